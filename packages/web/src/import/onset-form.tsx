/** "When did it begin?" One date and a side. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Label, Radio, RadioGroup } from 'react-aria-components';
import { api } from '../api/client.ts';
import { answersChanged, settingsQuery, statusQuery } from '../api/queries.ts';
import type { Settings } from '../api/types.ts';
import { useFormat } from '../format/use-format.ts';

type Onset = NonNullable<Settings['onset']>;

export function OnsetForm() {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const settings = useQuery(settingsQuery);
  const [open, setOpen] = useState(false);
  const save = useMutation({
    mutationFn: (onset: Onset | null) => api.saveSettings({ onset }),
    onSuccess: async () => {
      setOpen(false);
      await answersChanged(client);
    },
  });
  const onset = settings.data?.onset ?? null;
  if (open)
    return (
      <OnsetFields
        before={onset}
        failed={save.error?.message ?? null}
        onSave={(next) => save.mutate(next)}
        onCancel={() => setOpen(false)}
      />
    );
  return (
    <div className="onset">
      {onset !== null && (
        <p>{t('onset.known', { date: format.date(onset.date), side: t(`side.${onset.side}`) })}</p>
      )}
      <Button className={onset === null ? 'button filled' : 'button'} onPress={() => setOpen(true)}>
        {t(onset === null ? 'onset.ask' : 'onset.change')}
      </Button>
      {onset === null && <p className="second">{t('onset.why')}</p>}
    </div>
  );
}

function OnsetFields({
  before,
  failed,
  onSave,
  onCancel,
}: {
  before: Onset | null;
  failed: string | null;
  onSave: (onset: Onset) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const status = useQuery(statusQuery);
  const [date, setDate] = useState(before?.date ?? '');
  const [side, setSide] = useState<Onset['side'] | null>(before?.side ?? null);
  const [asked, setAsked] = useState(false);
  const id = useId();
  const latest = status.data?.date;
  const tooLate = latest !== undefined && date > latest;
  const trouble =
    date === '' ? 'onset.needDate' : tooLate ? 'onset.tooLate' : side === null ? 'onset.needSide' : null;
  return (
    <form
      className="onset"
      // The form says itself what is wrong, in its own words.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (trouble === null && side !== null) onSave({ date, side });
      }}
    >
      <div className="field">
        <label htmlFor={id}>{t('onset.date')}</label>
        <input
          id={id}
          className="input"
          type="date"
          value={date}
          max={latest}
          onChange={(event) => setDate(event.target.value)}
          aria-describedby={`${id}-help`}
        />
        <p id={`${id}-help`} className="caption">
          {t('onset.roughly')}
        </p>
      </div>
      <RadioGroup className="field" value={side} onChange={(value) => setSide(value as Onset['side'])}>
        <Label>{t('onset.side')}</Label>
        <div className="radios">
          <Radio value="left" className="chip">
            {t('side.left')}
          </Radio>
          <Radio value="right" className="chip">
            {t('side.right')}
          </Radio>
        </div>
      </RadioGroup>
      {((asked && trouble !== null) || failed !== null) && (
        <p role="alert" className="second strong">
          {failed ?? t(trouble ?? '')}
        </p>
      )}
      <div className="chips">
        <Button type="submit" className="button filled">
          {t('save')}
        </Button>
        <Button className="button" onPress={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
