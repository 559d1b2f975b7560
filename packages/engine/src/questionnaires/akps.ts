/**
 * The anterior knee pain scale (AKPS, Kujala): thirteen items, 0 worst to 100 best.
 *
 * Points of each answer as published [kujala-1993]; the wording is ours, so scores compare with a runner's own
 * earlier ones, not with studies to the point. The table of points was checked (`akps-points`).
 */
import type { EvidenceId } from '../evidence/mark.ts';
import { known, type Measured, missing } from '../measured.ts';

export interface AkpsOption {
  readonly words: string;
  readonly points: number;
}

export interface AkpsItem {
  /** Permanent. */
  readonly id: string;
  readonly words: string;
  /** Best first. */
  readonly options: readonly AkpsOption[];
}

type Option = readonly [points: number, words: string];
const item = (id: string, words: string, ...options: readonly Option[]): AkpsItem => ({
  id,
  words,
  options: options.map(([points, text]) => ({ points, words: text })),
});

/** Points of each answer, best first. [akps-points; kujala-1993] */
export const AKPS_ITEMS: readonly AkpsItem[] = [
  item('limp', 'Do you limp?', [5, 'Never'], [3, 'Slightly, or now and then'], [0, 'All the time']),
  item(
    'support',
    'Can the leg carry you?',
    [5, 'Fully, without pain'],
    [3, 'With pain'],
    [0, 'It cannot take my weight'],
  ),
  item(
    'walking',
    'How far can you walk?',
    [5, 'As far as I like'],
    [3, 'More than 2 km'],
    [2, '1 to 2 km'],
    [0, 'I cannot walk'],
  ),
  item(
    'stairs',
    'How are stairs?',
    [10, 'No trouble'],
    [8, 'A little pain going down'],
    [5, 'Pain going down and up'],
    [0, 'I cannot take them'],
  ),
  item(
    'squat',
    'How is squatting?',
    [5, 'No trouble'],
    [4, 'Sore when repeated'],
    [3, 'Sore each time'],
    [2, 'Only with part of my weight'],
    [0, 'I cannot squat'],
  ),
  item(
    'running',
    'How is running?',
    [10, 'No trouble'],
    [8, 'Pain after more than 2 km'],
    [6, 'A little pain from the start'],
    [3, 'Strong pain'],
    [0, 'I cannot run'],
  ),
  item(
    'jumping',
    'How is jumping?',
    [10, 'No trouble'],
    [7, 'A little trouble'],
    [2, 'Constant pain'],
    [0, 'I cannot jump'],
  ),
  item(
    'sitting',
    'How is long sitting with bent knees?',
    [10, 'No trouble'],
    [8, 'Pain after exercise'],
    [6, 'Constant pain'],
    [4, 'I have to stretch the knee out now and then'],
    [0, 'I cannot'],
  ),
  item(
    'pain',
    'How is the pain?',
    [10, 'None'],
    [8, 'Slight, now and then'],
    [6, 'It disturbs my sleep'],
    [3, 'Strong, now and then'],
    [0, 'Strong, all the time'],
  ),
  item(
    'swelling',
    'Does the knee swell?',
    [10, 'Never'],
    [8, 'After great effort'],
    [6, 'After everyday things'],
    [4, 'Every evening'],
    [0, 'It is swollen all the time'],
  ),
  item(
    'kneecap',
    'Does the kneecap move in a way that hurts?',
    [10, 'Never'],
    [6, 'Now and then in sports'],
    [4, 'Now and then in everyday life'],
    [2, 'It has come out at least once'],
    [0, 'It has come out more than twice'],
  ),
  item('thigh', 'Has the thigh grown thinner?', [5, 'No'], [3, 'A little'], [0, 'Clearly']),
  item(
    'bending',
    'Can you bend it less than the other knee?',
    [5, 'No'],
    [3, 'A little less'],
    [0, 'Much less'],
  ),
];

/** Items by id, each answered by the place of its option, best first from 0. */
export type AkpsAnswers = Readonly<Record<string, number>>;

/** Points of a knee without complaint. [akps-points] */
export const AKPS_BEST = 100;

/**
 * Points, 0–100. Every item counts, so with one left out there is no score.
 * @throws {RangeError} where an answer is none of the item's options, or names no item
 */
export function akpsScore(answers: AkpsAnswers): Measured<number> {
  for (const id of Object.keys(answers))
    if (!AKPS_ITEMS.some((each) => each.id === id))
      throw new RangeError(`item must be one of the AKPS, got ${id}`);
  let score = 0;
  let have = 0;
  for (const { id, options } of AKPS_ITEMS) {
    const at = Object.hasOwn(answers, id) ? answers[id] : undefined;
    if (at === undefined) continue;
    const option = options[at];
    if (!option) throw new RangeError(`${id} must be 0 to ${options.length - 1}, got ${at}`);
    score += option.points;
    have += 1;
  }
  return have === AKPS_ITEMS.length
    ? known(score)
    : missing({ reason: 'too-little-data', what: 'akps-answers', have, need: AKPS_ITEMS.length });
}

/** A change that people tend to notice, in points. About ten, from memory and unverified [kujala-1993]. */
export const AKPS_NOTICEABLE_CHANGE = 10;
export const AKPS_NOTICEABLE_SOURCE: EvidenceId = 'kujala-1993';

export interface AkpsChange {
  /** Later less earlier; above 0 is better. Points */
  readonly points: number;
  readonly means: 'better' | 'no-clear-change' | 'worse';
  /** Always false so far: the threshold is from memory, and is shown as such. */
  readonly verified: false;
}

/** @param earlier, @param later scores, 0–100 */
export function akpsChange(earlier: number, later: number): AkpsChange {
  for (const score of [earlier, later])
    if (!(score >= 0 && score <= AKPS_BEST))
      throw new RangeError(`score must be 0 to ${AKPS_BEST}, got ${score}`);
  const points = later - earlier;
  const means =
    points >= AKPS_NOTICEABLE_CHANGE
      ? 'better'
      : points <= -AKPS_NOTICEABLE_CHANGE
        ? 'worse'
        : 'no-clear-change';
  return { points, means, verified: false };
}
