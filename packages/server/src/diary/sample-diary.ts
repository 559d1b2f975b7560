/** The simulated runner's diary: the story of its check-ins, by place, with two tablets and three questionnaires. */
import { type AkpsAnswers, AKPS_ITEMS } from '@kneewise/engine';
import type { HistoryStore, PainEntry, Taken } from '@kneewise/store';

/** One clock for the whole diary, though summer time ended within it. Minutes */
const UTC_OFFSET_MIN = 60;
const MS_PER_MIN = 60_000;
const at = (text: string): { readonly atMs: number; readonly utcOffsetMin: number } => ({
  atMs: Date.parse(`${text}:00Z`) - UTC_OFFSET_MIN * MS_PER_MIN,
  utcOffsetMin: UTC_OFFSET_MIN,
});

type Row = readonly [time: string, place: string, pain: number, words: string | null];
/** Each at or below what the check-ins of its day say, or before that day's run. */
const PAINS: readonly Row[] = [
  ['2026-11-08T09:10', 'front-kneecap', 2, 'down the stairs, before the run'],
  ['2026-11-11T13:10', 'front-kneecap', 1, 'stairs at work'],
  ['2026-11-12T13:00', 'front-kneecap', 1, 'after a long meeting'],
  ['2026-11-13T18:30', 'front-outer-edge', 1, null],
  ['2026-11-14T09:00', 'front-kneecap', 0, null],
  ['2026-11-15T08:30', 'front-kneecap', 2, 'down the stairs, before the run'],
  ['2026-11-15T20:45', 'front-below', 1, null],
];
const TAKEN: readonly (readonly [time: string, what: Taken['what'], words: string])[] = [
  ['2026-10-02T21:30', 'anti-inflammatory', 'ibuprofen 400'],
  ['2026-10-25T21:30', 'anti-inflammatory', 'ibuprofen 400'],
];
/** 68, 74 and 81 of 100: answers below the best, by the place of their option. */
const FILLED: readonly (readonly [time: string, below: AkpsAnswers])[] = [
  [
    '2026-10-03T18:00',
    {
      support: 1,
      walking: 1,
      stairs: 2,
      squat: 3,
      running: 3,
      jumping: 1,
      sitting: 3,
      pain: 1,
      thigh: 1,
    },
  ],
  [
    '2026-10-24T18:00',
    { support: 1, stairs: 2, squat: 2, running: 2, jumping: 1, sitting: 3, pain: 1, thigh: 1 },
  ],
  [
    '2026-11-14T18:00',
    { support: 1, stairs: 1, squat: 2, running: 2, jumping: 1, sitting: 1, pain: 1, thigh: 1 },
  ],
];
const BEST: AkpsAnswers = Object.fromEntries(AKPS_ITEMS.map(({ id }) => [id, 0]));

/** @param side the knee of the story */
export async function fillDiary(
  store: HistoryStore,
  runnerId: string,
  side: PainEntry['side'],
): Promise<void> {
  for (const [time, place, pain, words] of PAINS)
    await store.addPainEntry(runnerId, { ...at(time), side, place, pain, words });
  for (const [time, what, words] of TAKEN) await store.addTaken(runnerId, { ...at(time), what, words });
  for (const [time, below] of FILLED)
    await store.addFilled(runnerId, {
      ...at(time),
      questionnaire: 'akps',
      answers: { ...BEST, ...below },
    });
}
