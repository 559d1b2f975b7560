/** A race to plan towards: its day, how far, on what ground, and whether it is on offer. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Label, Radio, RadioGroup } from 'react-aria-components';
import { answersChanged } from '../api/queries.ts';
import type { Plan } from '../api/types.ts';
import { readDistance } from '../format/read-distance.ts';
import { useFormat } from '../format/use-format.ts';
import { EvidenceMark } from '../ui/evidence-mark.tsx';
import { offerUndo } from '../ui/undo.tsx';
import { figuresOf } from '../words/shared-words.ts';
import { type Race, saveRace } from './plan-queries.ts';

const TERRAINS = ['road', 'track', 'trail', 'hilly', 'downhill'] as const;

export function RaceCard({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const save = useMutation({
    mutationFn: saveRace,
    onSuccess: async () => {
      setOpen(false);
      await answersChanged(client);
    },
  });
  const race = plan.raceAsked;
  const letGo = async (kept: Race): Promise<void> => {
    await save.mutateAsync(null);
    offerUndo(t('weeksAhead.race.gone'), async () => {
      await saveRace(kept);
      await answersChanged(client);
    });
  };
  return (
    <section aria-labelledby="race" className="plan-part">
      <h2 id="race" className="section-title">
        {t('weeksAhead.race.title')}
      </h2>
      {race !== null && <Known race={race} plan={plan} />}
      {open ? (
        <Fields
          before={race}
          today={plan.date}
          failed={save.error?.message ?? null}
          onSave={(next) => save.mutate(next)}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <div className="chips">
          <Button className="button small" onPress={() => setOpen(true)}>
            {t(race === null ? 'weeksAhead.race.add' : 'weeksAhead.race.change')}
          </Button>
          {race !== null && (
            <Button className="button small" onPress={() => void letGo(race).catch(() => undefined)}>
              {t('weeksAhead.race.remove')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function Known({ race, plan }: { race: Race; plan: Plan }) {
  const { t } = useTranslation();
  const format = useFormat();
  const offer = plan.race;
  return (
    <>
      <p>
        {t('weeksAhead.race.known', {
          distance: format.distance(race.distanceM),
          terrain: t(`weeksAhead.terrain.${race.terrain}`),
          date: format.date(race.date),
        })}
      </p>
      {offer !== null && (
        <>
          <p className="strong">{t(`plan.offer.${offer.offered}`)}</p>
          {offer.why.map(({ code, figures, evidence, mark }) => (
            <div key={code}>
              <p className="second">{t(`plan.why.${code}`, figuresOf(figures, format, plan.date))}</p>
              <EvidenceMark mark={mark} evidence={evidence} />
            </div>
          ))}
          {offer.instead.length > 0 && (
            <p className="second">
              {t('weeksAhead.race.instead', {
                list: offer.instead.map((way) => t(`plan.instead.${way}`)).join(', '),
              })}
            </p>
          )}
        </>
      )}
    </>
  );
}

function Fields({
  before,
  today,
  failed,
  onSave,
  onCancel,
}: {
  before: Race | null;
  today: string;
  failed: string | null;
  onSave: (race: Race) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const [date, setDate] = useState(before?.date ?? '');
  const [far, setFar] = useState(before === null ? '' : format.distanceFigure(before.distanceM));
  const [terrain, setTerrain] = useState<Race['terrain']>(before?.terrain ?? 'road');
  const [asked, setAsked] = useState(false);
  const figure = readDistance(far);
  const trouble =
    date === '' || date < today
      ? 'weeksAhead.race.needDate'
      : figure === null || figure <= 0
        ? 'weeksAhead.race.needDistance'
        : null;
  return (
    <form
      className="plan-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (trouble === null && figure !== null)
          onSave({ date, distanceM: format.fromUnit(figure), terrain });
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-date`}>{t('weeksAhead.race.date')}</label>
        <input
          id={`${id}-date`}
          className="input"
          type="date"
          min={today}
          value={date}
          onChange={(event) => setDate(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-far`}>{t('weeksAhead.race.distance', { unit: format.unit })}</label>
        <input
          id={`${id}-far`}
          className="input"
          inputMode="decimal"
          value={far}
          onChange={(event) => setFar(event.target.value)}
        />
      </div>
      <RadioGroup
        className="field"
        value={terrain}
        onChange={(value) => setTerrain(TERRAINS.find((each) => each === value) ?? 'road')}
      >
        <Label className="field-label">{t('weeksAhead.race.terrain')}</Label>
        <div className="chips">
          {TERRAINS.map((each) => (
            <Radio key={each} value={each} className="chip">
              {t(`weeksAhead.terrain.${each}`)}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      {((asked && trouble !== null) || failed !== null) && (
        <p role="alert" className="second strong">
          {failed ?? t(trouble ?? '')}
        </p>
      )}
      <div className="chips">
        <Button type="submit" className="button filled small">
          {t('save')}
        </Button>
        <Button className="button small" onPress={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
