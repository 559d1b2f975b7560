/** The place chosen, what was said there last, and the scale that keeps a new entry. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { answersChanged } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { neighbours } from '../knee/body-map/regions.ts';
import { PainScale } from '../ui/pain-scale.tsx';
import { offerUndo } from '../ui/undo.tsx';
import { diary, type PainEntry } from './api.ts';
import { BACK, BESIDE, FRONT, keyOf, placeOf, regionAt, type Side, type Spot, spotOf } from './places.ts';
import { dayOfMoment, fieldOf, type Moment, momentOf } from './when.ts';
import { lastAt } from './worst-places.ts';

const SIDES: readonly Side[] = ['right', 'left'];
const NEAR = 3;
const SAID_LAST = 2;
/** From here on an ache is asked about: the last step of the picture. Our choice; 0–10 */
const ASK_FROM = 6;

export function PlaceCard({
  spot,
  side,
  entries,
  ceiling,
  now,
  onChoose,
}: {
  spot: Spot | null;
  /** The knee that places beside the map are of until one is chosen. */
  side: Side;
  entries: readonly PainEntry[];
  ceiling: number;
  /** Asked when it is needed: a page may stay open over midnight. */
  now: () => Moment;
  onChoose: (spot: Spot | null) => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [more, setMore] = useState(false);
  const [time, setTime] = useState('');
  const [words, setWords] = useState('');
  const [high, setHigh] = useState<number | null>(null);
  const save = useMutation({
    mutationFn: ({ at, pain }: { at: Spot; pain: number }) =>
      diary.addPain({
        ...at,
        ...(momentOf(time) ?? now()),
        pain,
        words: words.trim() === '' ? null : words.trim(),
      }),
    onSuccess: async (kept) => {
      setHigh(kept.pain >= ASK_FROM ? kept.pain : null);
      setMore(false);
      setTime('');
      setWords('');
      onChoose(null);
      await answersChanged(client);
      offerUndo(
        t('diary.saved', {
          side: t(`side.kneeStart.${kept.side}`),
          place: t(`diary.place.${kept.place}`),
          pain: kept.pain,
        }),
        async () => {
          await diary.removePain(kept.id);
          setHigh(null);
          await answersChanged(client);
        },
      );
    },
  });
  const region = spot === null ? null : regionAt(spot.place);
  return (
    <section className="card place-card" aria-labelledby="place-card">
      <div className="place-head">
        <h2 id="place-card" className="section-title" aria-live="polite">
          {spot === null
            ? t('diary.card.none')
            : t('diary.card.at', { place: t(`diary.place.${spot.place}`), side: t(`side.${spot.side}`) })}
        </h2>
        {spot !== null && (
          <Button className="link" onPress={() => onChoose(null)}>
            {t('diary.card.clear')}
          </Button>
        )}
      </div>
      {spot !== null && (
        <p className="second">
          <SaidLast said={lastAt(entries, spot, SAID_LAST)} />
          {region !== null && (
            <>
              {' '}
              {t('diary.card.nearby')}{' '}
              {neighbours(region, NEAR).map((near, index) => (
                <span key={near.id}>
                  {index > 0 && ', '}
                  <Button
                    className="link place-near"
                    onPress={() => onChoose({ side: spot.side, place: placeOf(near) })}
                  >
                    {t(`diary.place.${placeOf(near)}`)}
                  </Button>
                </span>
              ))}
            </>
          )}
        </p>
      )}
      {spot !== null && (
        <PainScale
          key={keyOf(spot)}
          question={t('diary.card.question')}
          ceiling={ceiling}
          disabled={save.isPending}
          onSave={(pain) => save.mutate({ at: spot, pain })}
        />
      )}
      {save.isError && (
        <p role="alert" className="strong second">
          {save.error.message}
        </p>
      )}
      {high !== null && (
        <p role="alert" className="stop-bar second">
          {t('diary.card.high', { pain: high })} <Link to="/knee/check">{t('diary.card.check')}</Link>
        </p>
      )}
      <div className="chips">
        {BESIDE.map((place) => {
          const here = { side: spot?.side ?? side, place };
          return (
            <Button
              key={place}
              className="chip"
              aria-pressed={spot?.place === place}
              data-selected={spot?.place === place || undefined}
              onPress={() => onChoose(here)}
            >
              {t(`diary.place.${place}`)}
            </Button>
          );
        })}
      </div>
      <div className="field">
        <label htmlFor="diary-place" className="second">
          {t('diary.card.list')}
        </label>
        <select
          id="diary-place"
          className="input"
          value={spot === null ? '' : keyOf(spot)}
          onChange={({ target: { value } }) => onChoose(spotOf(value))}
        >
          <option value="">{t('diary.card.choose')}</option>
          {SIDES.map((knee) => (
            <optgroup key={knee} label={t(`side.kneeStart.${knee}`)}>
              {[...BESIDE, ...FRONT, ...BACK].map((place) => (
                <option key={place} value={keyOf({ side: knee, place })}>
                  {t(`diary.place.${place}`)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      {more ? (
        <div className="place-more">
          <div className="field">
            <label htmlFor="diary-time">{t('diary.card.time')}</label>
            <input
              id="diary-time"
              className="input"
              type="datetime-local"
              max={fieldOf(now())}
              value={time === '' ? fieldOf(now()) : time}
              onChange={({ target: { value } }) => setTime(value)}
            />
          </div>
          <TextField className="field" value={words} onChange={setWords} maxLength={500}>
            <Label>{t('diary.card.words')}</Label>
            <Input className="input" />
          </TextField>
        </div>
      ) : (
        <p>
          <Button className="link second" onPress={() => setMore(true)}>
            {t('diary.card.more')}
          </Button>
        </p>
      )}
    </section>
  );
}

function SaidLast({ said }: { said: readonly PainEntry[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (said.length === 0) return t('diary.card.nothingYet');
  return t('diary.card.last', {
    said: said
      .map((entry) =>
        t('diary.card.lastOne', { pain: entry.pain, day: format.shortDate(dayOfMoment(entry)) }),
      )
      .join(', '),
  });
}
