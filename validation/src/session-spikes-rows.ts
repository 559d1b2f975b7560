/**
 * §C7: the bins of the session-spike cohort, found from outside: distances are tried on a made-up history until the
 * answer changes, and ratios are read off the runs that fall into each bin.
 */
import { known, missing, type Run, type SessionSpike, sessionSpikes } from '@kneewise/engine';
import { agrees, type Row, type Subject } from './row.ts';

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;
const MINUTES_PER_DAY = 1440;
const PER_CENT = 100;

/**
 * Frandsen 2025: a run beyond the longest of the 30 days before, by so many %, and the hazard rate ratio with its
 * 95 % interval; the reference goes up to +10 %. [evidence B3]
 */
export interface PublishedBin {
  readonly upToPct: number;
  readonly ratio: readonly [value: number, low: number, high: number];
}
export const FRANDSEN: readonly PublishedBin[] = [
  { upToPct: 10, ratio: [1, 1, 1] },
  { upToPct: 30, ratio: [1.64, 1.31, 2.05] },
  { upToPct: 100, ratio: [1.52, 1.16, 2] },
  { upToPct: Infinity, ratio: [2.28, 1.5, 3.48] },
];
const LOOK_BACK_DAYS = 30;

const subject = (quantity: string, unit: string): Subject => ({
  section: 'C7',
  quantity,
  source: 'frandsen-2025',
  unit,
});

const NOT_RECORDED = missing({ reason: 'not-recorded', what: 'nothing but distance' });
const runOf = (id: string, startAtMs: number, distanceM: number): Run => ({
  id,
  startAtMs,
  utcOffsetMin: 0,
  subSport: null,
  distanceM: known(distanceM),
  movingS: NOT_RECORDED,
  elapsedS: 0,
  analysis: {
    engineVersion: 1,
    meanSpeedMps: NOT_RECORDED,
    cadenceSpm: NOT_RECORDED,
    ascentM: NOT_RECORDED,
    descentM: NOT_RECORDED,
    kneeLoad: NOT_RECORDED,
    cadenceBins: [],
  },
});

/** 1.1 and 1.3 of it are no round numbers in binary: what a bin's edge has to stand. m */
const LONGEST_M = 10_000;

/** A run of `distanceM`, a longest run of 10 km `minutesBefore` it, and shorter ones around. */
function spikeOf(distanceM: number, minutesBefore = MINUTES_PER_DAY): SessionSpike | undefined {
  const at = 100 * MS_PER_DAY;
  return sessionSpikes([
    runOf('long ago', at - 60 * MS_PER_DAY, 4 * LONGEST_M),
    runOf('longest', at - minutesBefore * MS_PER_MINUTE, LONGEST_M),
    runOf('asked', at, distanceM),
    runOf('later', at + MS_PER_DAY, 3 * LONGEST_M),
  ]).find(({ runId }) => runId === 'asked');
}

/** Largest whole number from `from` on, below `to`, for which `holds`; it has to hold at first and then no more. */
function lastFor(from: number, to: number, holds: (value: number) => boolean): number {
  let [yes, no] = [from, to];
  while (no - yes > 1) {
    const middle = Math.floor((yes + no) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

const FARTHEST_M = 40 * LONGEST_M;
const metresAt = (pct: number): number => Math.round(LONGEST_M * (1 + pct / PER_CENT));

/** @param published what our bins are held against */
export function sessionSpikeRows(published: readonly PublishedBin[] = FRANDSEN): Row[] {
  const rows: Row[] = [];
  let from = 1;
  for (const { upToPct, ratio } of published) {
    const bin = spikeOf(from)?.bin;
    if (Number.isFinite(upToPct)) {
      const last = lastFor(from, FARTHEST_M, (metres) => spikeOf(metres)?.bin === bin);
      const name = `longest run still up to +${upToPct} % of the longest in 30 days, which is 10 km`;
      rows.push(agrees(subject(name, 'm'), metresAt(upToPct), last, 0));
    }
    const [value, low, high] = ratio;
    const ours = spikeOf(from)?.hazardRatio;
    const of = (what: string): Subject => subject(`${from} m after 10 km, ${what}`, '×');
    rows.push(
      agrees(of('hazard rate ratio'), value, ours?.value ?? Number.NaN, 0),
      agrees(of('its 95 % from'), low, ours?.low ?? Number.NaN, 0),
      agrees(of('its 95 % to'), high, ours?.high ?? Number.NaN, 0),
    );
    // The next bin begins a metre beyond where this one is published to end.
    from = metresAt(upToPct) + 1;
  }
  const minutes = lastFor(
    1,
    2 * LOOK_BACK_DAYS * MINUTES_PER_DAY,
    (before) => spikeOf(LONGEST_M, before)?.longestBeforeM.known === true,
  );
  rows.push(
    agrees(
      subject('how far back the longest run is looked for', 'days'),
      LOOK_BACK_DAYS,
      minutes / MINUTES_PER_DAY,
      0,
    ),
  );
  return rows;
}
