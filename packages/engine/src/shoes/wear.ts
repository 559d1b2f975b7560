/**
 * Is it time to look at a shoe? Bands of kilometres are habit, not measurement: no trial has shown at what distance a
 * shoe begins to matter [popular-articles: 300, 500, 600 miles]. In wear the force under the heel rises by about 5 %
 * by 500 km [heel-wear]. What the eye and the hand find says more.
 */
import type { Answer } from '../check/answer.ts';
import type { EvidenceId, EvidenceMark } from '../evidence/mark.ts';
import { type Measured, mapMeasured } from '../measured.ts';
import type { ShoeUse } from './shoe.ts';

export type WearBand = 'nothing' | 'look' | 'most-would-replace' | 'beyond-advice';

/** From these metres on. [popular-articles: 300, 500 and 600 miles, rounded] */
export const WEAR_BANDS: readonly { readonly band: WearBand; readonly fromM: number }[] = [
  { band: 'nothing', fromM: 0 },
  { band: 'look', fromM: 480_000 },
  { band: 'most-would-replace', fromM: 800_000 },
  { band: 'beyond-advice', fromM: 960_000 },
];

export const WEAR_EVIDENCE: { readonly evidence: EvidenceId; readonly mark: EvidenceMark } = {
  evidence: 'popular-articles',
  mark: 'expert',
};

export const WEAR_QUESTIONS = [
  'tread-gone',
  'midsole-creased',
  'bends-easily',
  'leans',
  'heel-soft',
  'ache-since',
] as const;
export type WearQuestion = (typeof WEAR_QUESTIONS)[number];
export type WearAnswers = Readonly<Partial<Record<WearQuestion, Answer>>>;

/** So many answers of yes, at least, are a reason to try another pair. Our choice: questions. */
const SIGNS_TO_TRY = 2;
/** Easy runs in another pair that tell more than looking. Our choice. */
export const TRIAL_RUNS = 3;

export interface WearCheck {
  readonly band: Measured<WearBand>;
  readonly signs: readonly WearQuestion[];
  /** Not answered, or unsure. */
  readonly open: readonly WearQuestion[];
  /** `try-another`: three easy runs in another pair; `cannot-tell`: too much is open. */
  readonly advice: 'nothing' | 'look' | 'try-another' | 'cannot-tell';
}

export function wearBand(totalM: number): WearBand {
  if (!(totalM >= 0)) throw new RangeError(`totalM must be 0 or above, got ${totalM}`);
  return WEAR_BANDS.findLast(({ fromM }) => totalM >= fromM)?.band ?? 'nothing';
}

/** What distance and answers together say. Unsure is no sign, and no all-clear either. */
export function wearCheck({ totalM }: Pick<ShoeUse, 'totalM'>, answers: WearAnswers): WearCheck {
  const band = mapMeasured(totalM, wearBand);
  const signs = WEAR_QUESTIONS.filter((question) => answers[question] === 'yes');
  const open = WEAR_QUESTIONS.filter(
    (question) => answers[question] === undefined || answers[question] === 'unsure',
  );
  const far = band.known && band.value !== 'nothing';
  // With what is open answered "yes" it might be two signs: then looking helps.
  const mightBe = signs.length + open.length >= SIGNS_TO_TRY;
  const advice =
    signs.length >= SIGNS_TO_TRY
      ? 'try-another'
      : far
        ? 'look'
        : !band.known && mightBe
          ? 'cannot-tell'
          : 'nothing';
  return { band, signs, open, advice };
}
