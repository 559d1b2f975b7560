/** Bring your runs: the way in, what becomes of every file, and what is already visible. */
import './import.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { api } from '../api/client.ts';
import { answersChanged, importQuery, importsQuery, isUnderWay } from '../api/queries.ts';
import type { ImportState } from '../api/types.ts';
import { bringWords } from '../i18n/i18n.ts';
import { useFormat } from '../format/use-format.ts';
import { FailedCard } from '../ui/failed-card.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { AlreadyVisible } from './already-visible.tsx';
import { ChooseFiles } from './choose-files.tsx';
import { type Filter, filterRows, hasRemark, importSentence, segments, timeLeft } from './import-words.ts';
import { ImportHistory } from './import-history.tsx';
import { OutcomeRow } from './outcome-row.tsx';
import { RefusedFiles } from './refused-files.tsx';
import { useTrial } from './trial.ts';
import { LookFirst, TrialView } from './trial-view.tsx';
import { UndoImport } from './undo-import.tsx';
import { useTrouble } from './trouble.ts';
import { notReceived, stopUpload, type Upload, uploading, useUpload } from './upload.ts';
import words from './words.en.json' with { type: 'json' };

bringWords(words);

/** Rows shown before "Show more": a long archive stays quick to draw. */
const PAGE_ROWS = 50;
/** A lower rate would be told as "0 files a second"; the time left says it better. */
const SLOWEST_SAID = 1;

export function ImportPage() {
  const upload = useUpload();
  const imports = useQuery(importsQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const latest = upload?.importId ?? imports.data?.imports[0]?.id ?? null;
  // A new import comes to the front, whatever was looked at before.
  const [front, setFront] = useState(latest);
  if (front !== latest) {
    setFront(latest);
    setChosen(null);
  }
  const trial = useTrial();
  if (trial !== null) return <TrialView trial={trial} />;
  if (imports.isPending && upload === null) return <PageSkeleton />;
  const shown = chosen ?? latest;
  if (shown === null)
    return (
      <>
        <FirstImport />
        <LookFirst />
      </>
    );
  return (
    <>
      <OneImport key={shown} importId={shown} upload={upload} />
      <RefusedFiles />
      <LookFirst />
      <ImportHistory
        imports={(imports.data?.imports ?? []).filter(({ id }) => id !== shown)}
        onChoose={(importId) => {
          setChosen(importId);
          scrollTo({ top: 0 });
        }}
      />
    </>
  );
}

function Trouble() {
  const trouble = useTrouble();
  return (
    <div role="alert" className="trouble">
      {trouble !== null && <p>{trouble}</p>}
    </div>
  );
}

function FirstImport() {
  const { t } = useTranslation();
  return (
    <div className="page import-first">
      <h1 className="say-page">{t('import.title')}</h1>
      <p className="lead">{t('import.what')}</p>
      <Trouble />
      <div className="drop-zone">
        <p className="section-title">{t('import.dropHere')}</p>
        <p className="second">{t('import.stays')}</p>
        <ChooseFiles />
      </div>
    </div>
  );
}

function OneImport({ importId, upload }: { importId: string; upload: Upload | null }) {
  const client = useQueryClient();
  const query = useQuery(importQuery(importId, client));
  const state = query.data;
  const ended = state !== undefined && !isUnderWay(state);
  // What was stored changes every answer: when it ends, and while it goes on.
  useEffect(() => {
    if (ended) void answersChanged(client);
  }, [client, ended]);
  if (query.isError && state === undefined)
    return (
      <div className="page">
        <FailedCard alone error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  if (state === undefined) return <PageSkeleton />;
  return <ImportProgress state={state} upload={upload?.importId === importId ? upload : null} />;
}

function ImportProgress({ state, upload }: { state: ImportState; upload: Upload | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const underWay = isUnderWay(state);
  const total = Math.max(state.filesFound, upload?.files ?? 0);
  const trouble = useTrouble();
  const missed = notReceived(upload);
  const sentence = importSentence({ ...state, filesFound: total }, missed);
  const parts = segments({ ...state, filesFound: total, notReceived: missed }).filter(
    ({ name, count }) => name !== 'notReceived' || count > 0,
  );
  const left = state.secondsLeft === null ? null : timeLeft(state.secondsLeft);
  const done = format.number(state.filesDone);
  return (
    <div className="page">
      {trouble !== null && <Trouble />}
      <div className="import-head">
        <h1 className="say-page">
          {t(sentence.key, {
            count: sentence.count,
            done,
            total: format.number(total),
            figure: format.number(sentence.count),
          })}
        </h1>
        {underWay ? <StopImport importId={state.id} /> : <ChooseFiles filled={false} />}
      </div>
      <p className="lead" aria-live="polite">
        {underWay
          ? t('import.underWay', {
              label: state.label,
              left: left === null ? t('import.left.unknown') : t(left.key, { count: left.count }),
              rate:
                state.filesPerS === null || state.filesPerS < SLOWEST_SAID
                  ? ''
                  : t('import.rate', { rate: format.number(state.filesPerS) }),
            })
          : t(trouble === null ? 'import.ended' : 'import.endedBefore', { label: state.label })}
      </p>
      {state.state === 'receiving' && upload === null && !uploading() && (
        <p className="import-problem">{t('import.cutOff')}</p>
      )}
      {state.problem !== null && (
        <p className="import-problem" role="alert">
          {state.problem.text}
        </p>
      )}
      <div
        className="segments"
        role="progressbar"
        aria-label={t('import.progress')}
        aria-valuemin={0}
        aria-valuemax={Math.max(total, 1)}
        aria-valuenow={Math.min(state.filesDone, total)}
        aria-valuetext={t('import.sentence.reading', { count: total, done, total: format.number(total) })}
      >
        {parts
          .filter(({ share }) => share > 0)
          .map(({ name, share }) => (
            <span key={name} className={`segment segment-${name}`} style={{ width: `${share * 100}%` }} />
          ))}
      </div>
      <ul className="segment-names">
        {parts.map(({ name, count }) => (
          <li key={name}>
            <span className={`swatch segment-${name}`} aria-hidden="true" />
            <strong>{format.number(count)}</strong> {t(`import.segment.${name}`)}
          </li>
        ))}
      </ul>
      {state.unread > 0 && (
        <p className="second">
          {t('keeping.unread', { count: state.unread, figure: format.number(state.unread) })}
        </p>
      )}
      {!underWay && <UndoImport importId={state.id} undone={state.state === 'undone'} />}
      {upload !== null && upload.sampleErased && <p className="second">{t('import.sampleErased')}</p>}
      {upload !== null && upload.passedOver > 0 && (
        <p className="second">{t('import.passedOver', { count: upload.passedOver })}</p>
      )}
      <div className="import-columns">
        <FileByFile state={state} upload={upload} />
        <AlreadyVisible underWay={underWay} />
      </div>
    </div>
  );
}

function StopImport({ importId }: { importId: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const stop = useMutation({
    mutationFn: () => {
      stopUpload(importId);
      return api.stopImport(importId);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['import', importId] }),
  });
  return (
    <Button className="button" isDisabled={stop.isPending} onPress={() => stop.mutate()}>
      {t('import.stop')}
    </Button>
  );
}

function FileByFile({ state, upload }: { state: ImportState; upload: Upload | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [filter, setFilter] = useState<Filter>('all');
  const [shown, setShown] = useState(PAGE_ROWS);
  const rows = filterRows(state.rows, filter).toReversed();
  const counts: Readonly<Record<Filter, number>> = {
    all: state.rows.length,
    refused: state.rows.filter(({ outcome }) => outcome === 'refused').length,
    remark: state.rows.filter(hasRemark).length,
  };
  return (
    <section aria-labelledby="file-by-file" className="file-by-file">
      <div className="file-head">
        <h2 id="file-by-file" className="section-title">
          {t('import.fileByFile')}
        </h2>
        <ToggleButtonGroup
          className="chips"
          aria-label={t('import.filter.label')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[filter]}
          onSelectionChange={([key]) => {
            setFilter(key as Filter);
            setShown(PAGE_ROWS);
          }}
        >
          {(['all', 'refused', 'remark'] as const).map((name) => (
            <ToggleButton key={name} id={name} className="chip">
              {t(`import.filter.${name}`, { figure: format.number(counts[name]) })}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      {upload !== null && upload.notSent.length > 0 && (
        <ul className="outcomes">
          {upload.notSent.slice(0, PAGE_ROWS).map(({ path, text }) => (
            <li key={path} className="outcome">
              <span className="outcome-mark">
                <Icon name="notReceived" size={20} />
              </span>
              <span className="outcome-word">{t('import.outcome.notSent')}</span>
              <span className="outcome-path second">{path}</span>
              <p className="outcome-what">{text}</p>
            </li>
          ))}
        </ul>
      )}
      {upload !== null && notReceived(upload) > 0 && (
        <p className="second outcome-none">
          {t('import.dropAgain', {
            count: notReceived(upload),
            figure: format.number(notReceived(upload)),
          })}
        </p>
      )}
      {rows.length === 0 ? (
        <p className="second outcome-none">
          {t(isUnderWay(state) ? 'import.rowsToCome' : `import.noRows.${filter}`)}
        </p>
      ) : (
        <ul className="outcomes">
          {rows.slice(0, shown).map((row) => (
            <OutcomeRow key={`${row.path} ${row.startAtMs} ${row.activityIds.join()}`} row={row} />
          ))}
        </ul>
      )}
      {rows.length > shown && (
        <Button className="button small" onPress={() => setShown(shown + PAGE_ROWS)}>
          {t('showMore', { figure: format.number(rows.length - shown) })}
        </Button>
      )}
    </section>
  );
}
