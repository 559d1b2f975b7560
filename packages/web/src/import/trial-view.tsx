/** What files would bring, and then: bring them, or leave them. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, FileTrigger } from 'react-aria-components';
import { useFormat } from '../format/use-format.ts';
import { countsLine } from './counts-line.ts';
import { commonLabel, filesOfList, sift } from './gather-files.ts';
import { OutcomeRow } from './outcome-row.tsx';
import { leaveTrial, lookAt, type Trial } from './trial.ts';
import { sayTrouble } from './trouble.ts';
import { useBring } from './use-bring.ts';

/** Shown before "Show more". */
const FIRST_ROWS = 50;

/** The way in: the same two doors as for bringing. */
export function LookFirst() {
  const { t } = useTranslation();
  const take = (list: FileList | null): void => {
    if (list === null || list.length === 0) return;
    const files = filesOfList(list);
    const { files: wanted } = sift(files, commonLabel(files.map(({ path }) => path)) ?? '');
    if (wanted.length === 0) return sayTrouble(t('import.trouble.nothing'));
    void lookAt(wanted);
  };
  return (
    <section className="page look-first" aria-labelledby="look-first">
      <h2 id="look-first" className="section-title">
        {t('keeping.trial.offer')}
      </h2>
      <p className="second">{t('keeping.trial.what')}</p>
      <div className="choose">
        <FileTrigger allowsMultiple onSelect={take}>
          <Button className="button small">{t('keeping.trial.chooseFiles')}</Button>
        </FileTrigger>
        <FileTrigger acceptDirectory onSelect={take}>
          <Button className="button small">{t('keeping.trial.chooseFolder')}</Button>
        </FileTrigger>
      </div>
    </section>
  );
}

export function TrialView({ trial }: { trial: Trial }) {
  const { t } = useTranslation();
  const format = useFormat();
  const bring = useBring();
  const [shown, setShown] = useState(FIRST_ROWS);
  const { files, sent, state, failed } = trial;
  const over = failed !== null || state?.state === 'done' || state?.state === 'stopped';
  const sentence = ((): string => {
    if (failed !== null) return t('keeping.trial.failed', { reason: failed });
    if (state === null)
      return t('keeping.trial.sending', { done: format.number(sent), total: format.number(files.length) });
    if (state.problem !== null) return t('keeping.trial.failed', { reason: state.problem.text });
    if (state.state === 'stopped') return t('keeping.trial.stopped');
    if (state.state !== 'done')
      return t('keeping.trial.reading', {
        done: format.number(state.filesDone),
        total: format.number(state.filesFound),
      });
    const what = countsLine(state).map(({ key, count }) => t(key, { count, figure: format.number(count) }));
    return t('keeping.trial.done', { what: what.join(', ') });
  })();
  const rows = state?.rows ?? [];
  return (
    <div className="page">
      <h1 className="say-page">{t('keeping.trial.title')}</h1>
      <p className="lead" role="status">
        {sentence}
      </p>
      {state?.sampleWouldGo === true && <p className="second">{t('keeping.trial.sample')}</p>}
      <div className="choose trial-actions">
        <Button
          className="button filled"
          isDisabled={state?.state !== 'done'}
          onPress={() => {
            leaveTrial();
            void bring(files);
          }}
        >
          {t('keeping.trial.bring')}
        </Button>
        <Button className="button" onPress={leaveTrial}>
          {t('keeping.trial.leave')}
        </Button>
      </div>
      {over && rows.length > 0 && (
        <ul className="outcomes trial-rows">
          {rows.slice(0, shown).map((row) => (
            // A run that is not here yet has no page of its own.
            <OutcomeRow key={`${row.path} ${row.outcome}`} row={{ ...row, activityIds: [] }} />
          ))}
        </ul>
      )}
      {over && rows.length > shown && (
        <Button className="button small" onPress={() => setShown(shown + FIRST_ROWS)}>
          {t('showMore', { figure: format.number(rows.length - shown) })}
        </Button>
      )}
    </div>
  );
}
