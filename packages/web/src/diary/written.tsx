/** What was written down of late, newest first, each to be taken back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { answersChanged } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { offerUndo } from '../ui/undo.tsx';
import { diary, type PainEntry } from './api.ts';
import { dayOfMoment } from './when.ts';

const SHOWN = 3;
const MORE = 20;

/** @param entries oldest first */
export function Written({ entries }: { entries: readonly PainEntry[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const [shown, setShown] = useState(SHOWN);
  const remove = useMutation({
    mutationFn: async (entry: PainEntry) => {
      await diary.removePain(entry.id);
      return entry;
    },
    onSuccess: async (entry) => {
      await answersChanged(client);
      offerUndo(t('diary.removed'), async () => {
        await diary.addPain({
          side: entry.side,
          place: entry.place,
          pain: entry.pain,
          words: entry.words,
          atMs: entry.atMs,
          utcOffsetMin: entry.utcOffsetMin,
        });
        await answersChanged(client);
      });
    },
  });
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="diary-written">
      <h2 id="diary-written" className="section-title">
        {t('diary.written')}
      </h2>
      <ul className="written">
        {entries
          .slice(-shown)
          .reverse()
          .map((entry) => {
            const what = t('diary.card.at', {
              place: t(`diary.place.${entry.place}`),
              side: t(`side.${entry.side}`),
            });
            return (
              <li key={entry.id} className="second">
                <span className="strong written-pain">{t('diary.outOf', { pain: entry.pain })}</span>
                <span>
                  {what}
                  <span className="caption written-when">
                    {format.day(dayOfMoment(entry))}, {format.time(entry.atMs, entry.utcOffsetMin)}
                    {entry.words !== null && ` · ${entry.words}`}
                  </span>
                </span>
                <Button
                  className="link"
                  isDisabled={remove.isPending}
                  aria-label={t('diary.remove', { what })}
                  onPress={() => remove.mutate(entry)}
                >
                  {t('diary.removeShort')}
                </Button>
              </li>
            );
          })}
      </ul>
      {remove.isError && (
        <p role="alert" className="strong second">
          {remove.error.message}
        </p>
      )}
      {entries.length > shown && (
        <Button className="button small" onPress={() => setShown(shown + MORE)}>
          {t('showMore', { figure: entries.length - shown })}
        </Button>
      )}
    </section>
  );
}
