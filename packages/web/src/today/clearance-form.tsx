/** "I have been seen": who looked at the knee, when, and what they allowed. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { api } from '../api/client.ts';
import { answersChanged } from '../api/queries.ts';

/**
 * @param latest the day spoken as of: nobody can have been seen later
 * @param earliest the day of what is to be cleared: a visit before it does not answer it
 */
export function ClearanceForm({
  latest,
  earliest,
  onDone,
}: {
  latest: string;
  earliest?: string;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const id = useId();
  const [who, setWho] = useState('');
  const [date, setDate] = useState(latest);
  const [allowed, setAllowed] = useState('');
  const [asked, setAsked] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      api.addEvent({ kind: 'cleared-by-professional', date, who: who.trim(), allowed: allowed.trim() }),
    onSuccess: async () => {
      onDone();
      await answersChanged(client);
    },
  });
  const trouble =
    who.trim() === '' || allowed.trim() === ''
      ? 'flags.needWhoAndWhat'
      : date === '' || date > latest
        ? 'flags.needSeenDay'
        : earliest !== undefined && date < earliest
          ? 'flags.seenTooEarly'
          : null;
  return (
    <form
      className="clearance"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (trouble === null) save.mutate();
      }}
    >
      <p className="second">{t('flags.seenHow')}</p>
      <div className="field">
        <label htmlFor={`${id}-who`}>{t('flags.who')}</label>
        <input
          id={`${id}-who`}
          maxLength={200}
          value={who}
          onChange={(event) => setWho(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-date`}>{t('flags.seenOn')}</label>
        <input
          id={`${id}-date`}
          type="date"
          min={earliest}
          max={latest}
          value={date}
          onChange={(event) => setDate(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-allowed`}>{t('flags.allowed')}</label>
        <input
          id={`${id}-allowed`}
          maxLength={1000}
          value={allowed}
          onChange={(event) => setAllowed(event.target.value)}
        />
      </div>
      {((asked && trouble !== null) || save.isError) && (
        <p role="alert" className="strong second">
          {save.error?.message ?? t(trouble ?? 'flags.needWhoAndWhat')}
        </p>
      )}
      <div className="ways-on">
        <Button type="submit" className="button filled" isDisabled={save.isPending}>
          {t('flags.seenSave')}
        </Button>
        <Button className="button" onPress={onDone}>
          {t('flags.seenCancel')}
        </Button>
      </div>
    </form>
  );
}
