/**
 * §C9: can three weeks of training tell who will be injured? A small, readable model, held out athlete by athlete,
 * beside the paper's figure and the re-analyses without its leak. None of it is shown to a runner: no score is earned.
 */
import { seededRandom } from '@kneewise/simulator';
import { sharedText } from '../data-folder.ts';
import { agrees, atMost, knownMiss, type Row, skipped, type Subject } from '../row.ts';
import { auc } from './auc.ts';
import { type Feature, HARD_SHARE, KM, SIX, STRENGTH, THREE, TOUGH, WEEK_RATIO } from './features.ts';
import { aucOverAthletes, type Figure, FOLDS, foldsByGroup, heldOutScores, SPLITS } from './grouped-folds.ts';
import { readTrainingWeeks, type TrainingWeeks } from './training-weeks.ts';

const WITH_ATHLETES = 'injury/week-case-control-761-with-athlete.csv';
const WITHOUT_ATHLETES = 'injury/week-case-control-805.csv';

/** The paper's AUC from weeks, and the least and most of the re-analyses without its leak. [lovdal-2021, evidence B3] */
const PAPER_AUC = 0.678;
const LEAK_FREE_AUC = [0.59, 0.63] as const;
/** Above this a leak has to be looked for. [evidence C9] */
const LEAK_ABOVE = 0.65;
const CHANCE = 0.5;
/** By how much another implementation with other splits may differ. [models.md G] */
const AUC_WITHIN = 0.02;
/**
 * Other rows of the same study (a case-control subset of one, another's own): to be as far off as this says no more
 * than that a coin is worse than chance.
 */
const AUC_AT_WORST = PAPER_AUC - CHANCE + AUC_WITHIN;
/** Labels dealt out anew must come out at chance. Our choice: four standard errors of the mean of so many deals. */
const DEALS = 20;
const DEALT_WITHIN = 0.02;
/** All 38 columns are slow to fit and add nothing: fewer splits. */
const SPLITS_OF_ALL = 8;
const SEED = 1;

const subject = (quantity: string, source: string): Subject => ({
  section: 'C9',
  quantity,
  source,
  unit: 'AUC',
});
const PROTOTYPE = 'prototype, models.md';

type Columns = (row: TrainingWeeks) => readonly number[];
const columnsOf =
  (features: readonly Feature[]): Columns =>
  (row) =>
    features.map(({ of }) => of(row));

const labelled = (rows: readonly TrainingWeeks[], columns: Columns) =>
  rows.map((row) => ({ group: row.athlete ?? '', positive: row.injured, features: columns(row) }));

/** AUC of rows held out with all of their athlete's. */
export function heldOutAuc(rows: readonly TrainingWeeks[], columns: Columns, splits = SPLITS): Figure {
  const random = seededRandom(SEED);
  const of = labelled(rows, columns);
  const groups = of.map(({ group }) => group);
  const scores = Array.from({ length: splits }, () => heldOutScores(of, foldsByGroup(groups, FOLDS, random)));
  return aucOverAthletes(of, scores, random);
}

/** Mean AUC where injuries are dealt out to rows by chance: what a harness without a leak finds in nothing. */
function dealtAuc(rows: readonly TrainingWeeks[]): number {
  const random = seededRandom(SEED);
  const of = labelled(rows, columnsOf(THREE));
  const groups = of.map(({ group }) => group);
  let sum = 0;
  for (let deal = 0; deal < DEALS; deal += 1) {
    const order = of.map((row) => ({ row, at: random.uniform() })).sort((a, b) => a.at - b.at);
    const dealt = of.map(({ group, features }, i) => ({
      group,
      features,
      positive: order[i]?.row.positive ?? false,
    }));
    sum += auc(
      heldOutScores(dealt, foldsByGroup(groups, FOLDS, random)),
      dealt.map(({ positive }) => positive),
    );
  }
  return sum / DEALS;
}

const figure = (value: number): string => value.toFixed(2).replace('0.', '.');
const withInterval = (quantity: string, { low, high }: Figure): string =>
  `${quantity}, 95 % ${figure(low)} to ${figure(high)}`;

function modelRows(rows: readonly TrainingWeeks[]): Row[] {
  const six = heldOutAuc(rows, columnsOf(SIX));
  const three = heldOutAuc(rows, columnsOf(THREE));
  const all = heldOutAuc(rows, ({ all: columns }) => columns, SPLITS_OF_ALL);
  const name = withInterval('injury from six figures of 21 days, athletes held out', six);
  const reAnalysed = 'lovdal-2021, re-analysed without its leak';
  const limits = { within: AUC_WITHIN, atWorst: AUC_AT_WORST };
  return [
    agrees(subject(name, PROTOTYPE), 0.53, six.value, AUC_WITHIN),
    knownMiss(subject(name, 'lovdal-2021'), PAPER_AUC, six.value, limits),
    ...LEAK_FREE_AUC.map((published) => knownMiss(subject(name, reAnalysed), published, six.value, limits)),
    atMost(subject('a leak: the upper end of that interval', 'evidence C9'), LEAK_ABOVE, six.high),
    agrees(
      subject(withInterval('injury from three of them', three), PROTOTYPE),
      0.53,
      three.value,
      AUC_WITHIN,
    ),
    agrees(subject(withInterval('injury from all 38 columns', all), PROTOTYPE), 0.46, all.value, AUC_WITHIN),
    agrees(
      subject('injury dealt out by chance, the same harness', 'chance'),
      CHANCE,
      dealtAuc(rows),
      DEALT_WITHIN,
    ),
  ];
}

/** Single figures, no model: prototype's AUC, and of the plain ratio the paper's companion figure. [models.md G] */
const SINGLY: readonly (readonly [Feature, number, string])[] = [
  [WEEK_RATIO, 0.507, 'evidence C9'],
  [HARD_SHARE, 0.564, PROTOTYPE],
  [STRENGTH, 0.54, PROTOTYPE],
  [TOUGH, 0.535, PROTOTYPE],
  [KM, 0.5, PROTOTYPE],
];
const SINGLY_WITHOUT_ATHLETES: readonly (readonly [Feature, number])[] = [
  [WEEK_RATIO, 0.52],
  [HARD_SHARE, 0.59],
];

function singleRows(rows: readonly TrainingWeeks[]): Row[] {
  return SINGLY.map(([feature, published, source]) => {
    const of = labelled(rows, columnsOf([feature]));
    const ours = aucOverAthletes(of, [rows.map(feature.of)], seededRandom(SEED));
    const quantity = withInterval(`injury from ${feature.name} alone`, ours);
    return agrees(subject(quantity, source), published, ours.value, AUC_WITHIN);
  });
}

const otherRows = (rows: readonly TrainingWeeks[]): Row[] =>
  SINGLY_WITHOUT_ATHLETES.map(([feature, published]) =>
    agrees(
      subject(`injury from ${feature.name} alone, ${rows.length} rows without athletes`, PROTOTYPE),
      published,
      auc(
        rows.map(feature.of),
        rows.map(({ injured }) => injured),
      ),
      AUC_WITHIN,
    ),
  );

const none = (file: string): Row[] => [
  skipped(subject('injury from training weeks', 'lovdal-2021'), `needs ../shared/data/${file}`),
];

export function injuryRows(): Row[] {
  const csv = sharedText(WITH_ATHLETES);
  const other = sharedText(WITHOUT_ATHLETES);
  const rows = csv === null ? null : readTrainingWeeks(csv);
  return [
    ...(rows === null ? none(WITH_ATHLETES) : [...modelRows(rows), ...singleRows(rows)]),
    ...(other === null ? none(WITHOUT_ATHLETES) : otherRows(readTrainingWeeks(other))),
  ];
}
