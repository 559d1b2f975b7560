/** Counting steps for a minute: by tapping along with one foot, by the phone's own motion, or by ear. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import { answersChanged } from '../../api/queries.ts';
import type { Cadence } from '../../api/types.ts';
import { useFormat } from '../../format/use-format.ts';
import { offerUndo } from '../../ui/undo.tsx';
import { saveCount, undoCount } from '../cadence-queries.ts';
import { hasMotion, listenToMotion, listenToSteps, type Listening } from './listen.ts';
import { tappedCadence } from './tapped-cadence.ts';

/** A count lasts so long, s. [training.md 5] */
const COUNT_S = 60;
const MS_PER_S = 1000;
/** The server believes counts between these, steps a minute. */
const LEAST_SPM = 120;
const MOST_SPM = 240;

type Way = 'tap' | 'motion' | 'sound';

export function CountSteps({ cadence }: { cadence: Cadence }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(!cadence.target.known && cadence.gate !== 'closed');
  const [way, setWay] = useState<Way>('tap');
  const ways: Way[] = ['tap', ...(hasMotion() ? (['motion'] as const) : []), 'sound'];
  return (
    <Disclosure isExpanded={open} onExpandedChange={setOpen} className="cadence-more">
      <Button slot="trigger" className="button">
        {t('count.open')}
      </Button>
      <DisclosurePanel>
        {open && (
          <>
            <p className="second">{t('count.how')}</p>
            <div className="chips" role="group" aria-label={t('count.ways')}>
              {ways.map((one) => (
                <Button
                  key={one}
                  className="chip"
                  aria-pressed={one === way}
                  data-selected={one === way || undefined}
                  onPress={() => setWay(one)}
                >
                  {t(`count.way.${one}`)}
                </Button>
              ))}
            </div>
            {way === 'tap' ? <Tapping key="tap" /> : <Hearing key={way} way={way} />}
            <Counted cadence={cadence} />
          </>
        )}
      </DisclosurePanel>
    </Disclosure>
  );
}

function Tapping() {
  const { t } = useTranslation();
  const [taps, setTaps] = useState<readonly number[]>([]);
  const [first] = taps;
  const last = taps.at(-1);
  const overS = first === undefined || last === undefined ? 0 : (last - first) / MS_PER_S;
  const done = overS >= COUNT_S;
  const spm = tappedCadence(taps);
  const tap = (): void => setTaps((before) => [...before, performance.now()]);
  return (
    <div className="count">
      <p className="second">{t('count.tapHow')}</p>
      {done ? null : (
        <button
          type="button"
          className="tap-field"
          onPointerDown={tap}
          onKeyDown={(event) => {
            if (!event.repeat && (event.key === ' ' || event.key === 'Enter')) tap();
          }}
        >
          <span className="metronome-spm">{taps.length}</span>
          <span className="second">
            {t(taps.length === 0 ? 'count.tapHere' : 'count.left', {
              seconds: Math.max(0, Math.ceil(COUNT_S - overS)),
            })}
          </span>
        </button>
      )}
      {spm !== null && <Result spm={spm} again={() => setTaps([])} />}
    </div>
  );
}

/** Listens for a minute, and tells the middle of what it heard. */
function Hearing({ way }: { way: 'motion' | 'sound' }) {
  const { t } = useTranslation();
  const [state, setState] = useState<Listening | null>(null);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);
  const start = async (): Promise<void> => {
    setState({ is: 'listening', leftS: COUNT_S, spm: null });
    const listen = way === 'motion' ? listenToMotion : listenToSteps;
    stop.current = await listen(COUNT_S, setState);
  };
  return (
    <div className="count">
      <p className="second">{t(`count.${way}How`)}</p>
      {(state === null || state.is === 'refused') && (
        <Button className="button" onPress={() => void start()}>
          {t('count.start')}
        </Button>
      )}
      {state?.is === 'refused' && <p role="alert">{t(`count.refused.${way}`)}</p>}
      {state?.is === 'listening' && (
        <p role="status">
          {state.spm === null
            ? t('count.listening', { seconds: state.leftS })
            : t('count.hears', { spm: Math.round(state.spm), seconds: state.leftS })}
        </p>
      )}
      {state?.is === 'done' &&
        (state.spm === null ? (
          <>
            <p>{t('count.nothing')}</p>
            <Button className="button" onPress={() => void start()}>
              {t('count.again')}
            </Button>
          </>
        ) : (
          <Result spm={state.spm} again={() => setState(null)} />
        ))}
    </div>
  );
}

function Result({ spm, again }: { spm: number; again: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const rounded = Math.round(spm);
  const save = useMutation({
    mutationFn: () => saveCount(rounded),
    onSuccess: async () => {
      again();
      await answersChanged(client);
      offerUndo(t('count.kept', { spm: rounded }), async () => {
        await undoCount();
        await answersChanged(client);
      });
    },
  });
  return (
    <div className="count-result">
      <p className="figure" role="status">
        {t('count.result', { spm: rounded })}
      </p>
      {rounded >= LEAST_SPM && rounded <= MOST_SPM ? (
        <Button className="button small" isDisabled={save.isPending} onPress={() => save.mutate()}>
          {t('count.keep')}
        </Button>
      ) : (
        <p className="second">{t('count.notRunning')}</p>
      )}
      <Button className="button small" onPress={again}>
        {t('count.again')}
      </Button>
      {save.isError && <p role="alert">{save.error.message}</p>}
    </div>
  );
}

function Counted({ cadence: { counts, counted, ownFrom } }: { cadence: Cadence }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (counts.length === 0) return null;
  return (
    <>
      <ul className="second">
        {counts.slice(-4).map(({ date, cadenceSpm }, i) => (
          // Two counts of a day are told apart by their order only.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={i}>{t('count.one', { date: format.date(date), spm: format.number(cadenceSpm) })}</li>
        ))}
      </ul>
      {ownFrom !== 'line' && (
        <p className="second">
          {counted.known ? t('count.enough', { spm: format.number(counted.value) }) : t('count.another')}
        </p>
      )}
    </>
  );
}
