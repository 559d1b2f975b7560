/** The kneecap questionnaire: its score, what a change means, how it went, and filling it in. */
import './akps.css';
import { akpsChange, AKPS_NOTICEABLE_CHANGE, AKPS_NOTICEABLE_SOURCE, QUESTIONNAIRES } from '@kneewise/engine';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { answersChanged, statusQuery } from '../api/queries.ts';
import { nowOn } from '../diary/when.ts';
import { dayOf } from '../format/format.ts';
import { useFormat } from '../format/use-format.ts';
import { bringWords } from '../i18n/i18n.ts';
import { KneeTabs } from '../shell/shell.tsx';
import { EvidenceMark } from '../ui/evidence-mark.tsx';
import { FailedCard } from '../ui/failed-card.tsx';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { offerUndo } from '../ui/undo.tsx';
import { AkpsForm } from './akps-form.tsx';
import { AkpsPlot } from './akps-plot.tsx';
import { type Filled, filledQuery, questionnaires } from './api.ts';
import words from './words.en.json' with { type: 'json' };

bringWords(words);

function useMeaning(filled: readonly Filled[]): readonly string[] {
  const { t } = useTranslation();
  const format = useFormat();
  const [first] = filled;
  const last = filled.at(-1);
  const before = filled.at(-2);
  if (first === undefined || last === undefined || before === undefined) return [];
  const said = (from: Filled, key: string): string => {
    const { points, means } = akpsChange(from.score, last.score);
    return t(`akps.${key}.${points === 0 ? 'equal' : points > 0 ? 'more' : 'fewer'}`, {
      count: Math.abs(points),
      date: format.date(dayOf(from.atMs, from.utcOffsetMin)),
      means: t(`akps.short.${means}`),
    });
  };
  return [said(before, 'since'), ...(first === before ? [] : [said(first, 'start')])];
}

function Result({ filled, onAgain }: { filled: readonly Filled[]; onAgain: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const meaning = useMeaning(filled);
  const last = filled.at(-1);
  const remove = useMutation({
    mutationFn: async (one: Filled) => {
      await questionnaires.remove(one.id);
      return one;
    },
    onSuccess: async ({ questionnaire, answers, atMs, utcOffsetMin }) => {
      await answersChanged(client);
      offerUndo(t('akps.removed'), async () => {
        await questionnaires.add({ questionnaire, answers, atMs, utcOffsetMin });
        await answersChanged(client);
      });
    },
  });
  if (last === undefined) return null;
  return (
    <>
      <h1 className="say-page">{t('akps.sentence', { score: last.score })}</h1>
      <p className="lead">
        {t('akps.on', { date: format.date(dayOf(last.atMs, last.utcOffsetMin)) })}{' '}
        {meaning.length === 0 ? t('akps.first') : meaning.join(' ')}
      </p>
      <div className="akps-note second">
        <p>{t('akps.noticeable', { points: AKPS_NOTICEABLE_CHANGE })}</p>
        <EvidenceMark mark="expert" evidence={AKPS_NOTICEABLE_SOURCE} word={t('akps.unverified')} />
      </div>
      <AkpsPlot filled={filled} />
      <p>
        <Button className="button filled" onPress={onAgain}>
          {t('akps.again')}
        </Button>
      </p>
      <section aria-labelledby="akps-kept">
        <h2 id="akps-kept" className="section-title">
          {t('akps.kept')}
        </h2>
        <ul className="akps-kept">
          {filled.toReversed().map((one) => {
            const date = format.date(dayOf(one.atMs, one.utcOffsetMin));
            return (
              <li key={one.id}>
                <span>{date}</span>
                <span className="strong">{t('akps.outOf', { score: one.score })}</span>
                <Button
                  className="link second"
                  isDisabled={remove.isPending}
                  aria-label={t('akps.remove', { date })}
                  onPress={() => remove.mutate(one)}
                >
                  {t('akps.removeShort')}
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
      </section>
    </>
  );
}

function Licences() {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="akps-others" className="second akps-licences">
      <h2 id="akps-others" className="section-title">
        {t('akps.others')}
      </h2>
      <dl>
        {QUESTIONNAIRES.map(({ id, name, why }) => (
          <div key={id}>
            <dt className="strong">{name}</dt>
            <dd>{why}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function AkpsPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const filled = useQuery(filledQuery);
  const status = useQuery(statusQuery);
  const [filling, setFilling] = useState(false);
  const save = useMutation({
    mutationFn: questionnaires.add,
    onSuccess: async (kept) => {
      await answersChanged(client);
      setFilling(false);
      window.scrollTo(0, 0);
      offerUndo(t('akps.saved', { score: kept.score }), async () => {
        await questionnaires.remove(kept.id);
        await answersChanged(client);
      });
    },
  });
  if (filled.isError && filled.data === undefined)
    return (
      <div className="page">
        <FailedCard alone error={filled.error} retry={() => void filled.refetch()} />
      </div>
    );
  if (filled.data === undefined || status.data === undefined) return <PageSkeleton />;
  const storyDay = status.data.sample ? status.data.date : null;
  const none = filled.data.length === 0;
  return (
    <div className="page akps">
      <KneeTabs />
      {filling || none ? (
        <>
          <h1 className="say-page">{t('akps.title')}</h1>
          <AkpsForm
            disabled={save.isPending}
            failed={save.error?.message ?? null}
            onSave={(answers) =>
              save.mutate({ questionnaire: 'akps', answers: { ...answers }, ...nowOn(storyDay, new Date()) })
            }
            onCancel={none ? null : () => setFilling(false)}
          />
        </>
      ) : (
        <Result filled={filled.data} onAgain={() => setFilling(true)} />
      )}
      <Licences />
    </div>
  );
}
