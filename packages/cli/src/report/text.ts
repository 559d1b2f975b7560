/** `report` in a terminal: the answer first, then its working, then every run. */
import type { Report } from '@kneewise/server';
import {
  changeText,
  dayText,
  distanceText,
  durationText,
  localDay,
  numberText,
  paceText,
  type Units,
} from '@kneewise/words';
import type { Style } from '../terminal/style.ts';
import { shorten, table } from '../terminal/table.ts';
import {
  answerSentence,
  askFirst,
  auditLines,
  changeLines,
  commonFolder,
  hazardText,
  impulseSd,
  uncovered,
  reasonLines,
  speaksAsOf,
} from './sentences.ts';

const FILE_WIDTH = 40;
const NONE = '–';

function todayPart({ today }: Report, units: Units, { strong, quiet }: Style): string[] {
  return [
    strong(answerSentence(today, units)),
    ...reasonLines(today, units).map(
      ({ words, allows, mark, binding }) =>
        `  ${binding ? '→' : ' '} ${words}${allows === '' ? '' : `  ${strong(allows)}`}  ${quiet(`[${mark}]`)}`,
    ),
    ...distanceLines(today, units).map((words) => `    ${strong(words)}`),
    ...changeLines(today, units).map((words) => `    ${quiet(words)}`),
  ];
}

/** The distance, and from which day on it holds where the last run is too near. */
function distanceLines(today: Report['today'], units: Units): string[] {
  if (!today.distanceM.known) return [];
  const when = today.action === 'ask-first' ? 'If no warning sign applies' : 'Today';
  const from = today.next === null ? '' : `, from ${dayText(today.next.date, units.locale)} on`;
  return [
    `${when}${from}: ${distanceText(today.distanceM.value, units)}, turning back at ${today.ceiling}/10`,
  ];
}

const weeksPart = ({ weeks }: Report, units: Units): string =>
  table(weeks, [
    { head: 'Week of', cell: (week) => week.start },
    { head: 'runs', cell: (week) => String(week.runs), align: 'right' },
    { head: 'distance', cell: (week) => distanceText(week.distanceM, units), align: 'right' },
    { head: 'longest', cell: (week) => distanceText(week.longestM, units), align: 'right' },
    {
      head: 'knee load, BW·s',
      cell: (week) =>
        week.kneeLoadBws === null ? 'cannot tell' : numberText(week.kneeLoadBws, 0, units.locale),
      align: 'right',
    },
  ]);

function spikesPart({ audit }: Report, units: Units): string {
  const rows = audit.spikes.filter((spike) => spike.bin !== null && spike.bin !== 'up-to-10');
  const compared = audit.spikes.filter((spike) => spike.ratio.known).length;
  if (rows.length === 0)
    return `None of ${compared} comparable runs went more than 10 % past the longest of the thirty days before it.`;
  return `${rows.length} of ${compared} comparable runs went more than 10 % past the longest of the thirty days before:\n${table(
    rows,
    [
      { head: 'Run', cell: (spike) => localDay(spike.startAtMs, null) },
      { head: 'distance', cell: (spike) => distanceText(spike.distanceM, units), align: 'right' },
      {
        head: 'longest before',
        cell: (spike) =>
          spike.longestBeforeM.known ? distanceText(spike.longestBeforeM.value, units) : NONE,
        align: 'right',
      },
      {
        head: 'change',
        cell: (spike) => (spike.ratio.known ? changeText((spike.ratio.value - 1) * 100, units.locale) : NONE),
        align: 'right',
      },
      {
        head: 'hazard ratio (95 %)',
        cell: ({ hazardRatio }) => (hazardRatio === null ? NONE : hazardText(hazardRatio, units)),
      },
      { head: '', cell: uncovered },
    ],
  )}\nThe ratios are those of 5,205 runners who were observed, for injuries of any place: a link, not a cause.`;
}

function runsPart({ runs }: Report, units: Units): string {
  const folder = commonFolder(runs.map(({ file }) => file));
  return table(runs, [
    { head: 'Start, UTC', cell: (run) => run.startAt.slice(0, 16).replace('T', ' ') },
    {
      head: 'distance',
      cell: (run) => (run.distanceM === null ? NONE : distanceText(run.distanceM, units)),
      align: 'right',
    },
    {
      head: 'moving',
      cell: (run) => (run.movingS === null ? NONE : durationText(run.movingS)),
      align: 'right',
    },
    {
      head: 'pace',
      cell: (run) => (run.meanSpeedMps === null ? NONE : paceText(1000 / run.meanSpeedMps, units)),
      align: 'right',
    },
    {
      head: 'steps/min',
      cell: (run) => (run.cadenceSpm === null ? NONE : numberText(run.cadenceSpm, 0, units.locale)),
      align: 'right',
    },
    {
      head: 'load a km, BW·s',
      cell: ({ kneeLoad }) =>
        kneeLoad === null
          ? NONE
          : `${numberText(kneeLoad.impulsePerKmBws, 0, units.locale)} ± ${numberText(kneeLoad.impulsePerKmBws * impulseSd(kneeLoad), 0, units.locale)}`,
      align: 'right',
    },
    {
      head: 'load, BW·s',
      cell: ({ kneeLoad }) =>
        kneeLoad === null ? NONE : numberText(kneeLoad.impulseRunBws, 0, units.locale),
      align: 'right',
    },
    { head: 'file', cell: (run) => shorten(run.file.slice(folder.length), FILE_WIDTH) },
    { head: '', cell: (run) => run.warnings.map(({ code }) => code).join(', ') },
  ]);
}

export function textReport(report: Report, units: Units, style: Style): string {
  const { strong, quiet } = style;
  const part = (title: string, body: string): string[] => (body === '' ? [] : ['', strong(title), body]);
  const { other, duplicates, refused } = report;
  return [
    quiet(speaksAsOf(report, units)),
    '',
    ...todayPart(report, units, style),
    ...part('Weeks', report.weeks.length === 0 ? 'No week with a run.' : weeksPart(report, units)),
    ...part('Long runs', spikesPart(report, units)),
    ...part('What changed', auditLines(report.audit, units).join('\n')),
    ...part('Cadence', cadencePart(report, units)),
    ...part('Runs', report.runs.length === 0 ? 'None found.' : runsPart(report, units)),
    ...part(
      'Other activities, kept and not counted',
      table(other, [
        { head: 'file', cell: ({ file }) => file },
        { head: 'sport', cell: ({ sport }) => sport },
      ])
        .split('\n')
        .slice(1)
        .join('\n'),
    ),
    ...part('The same run again', duplicates.map(({ file, of }) => `${file} is ${of}`).join('\n')),
    ...part(
      'Refused',
      refused.length === 0 ? '' : `${refused.length}, each named above on the error output.`,
    ),
    ...questionsPart(report, style),
    '',
    quiet(
      '± is one standard deviation of the model; for cadence, the standard error of your line. Kneewise informs; it does not diagnose. `--format html` has the plots.',
    ),
  ].join('\n');
}

function cadencePart({ runs, cadence, asOf }: Report, units: Units): string {
  const missing = runs.filter((run) => run.cadenceSpm === null).length;
  const without = missing === 0 ? '' : ` ${missing} ${missing === 1 ? 'run' : 'runs'} recorded none.`;
  if (!cadence.known) return `No line of your own yet.${without}`;
  const { easySpeedMps, easyCadenceSpm, sdSpm, runs: used, date } = cadence.value;
  const when =
    date === asOf.date ? '' : ` That was ${dayText(date, units.locale)}; later runs say too little.`;
  return `At an easy ${paceText(1000 / easySpeedMps, units)} you take ${numberText(easyCadenceSpm, 0, units.locale)} ± ${numberText(sdSpm, 1, units.locale)} steps a minute, from ${used} runs.${when}${without}`;
}

/** Last, since they are many: the questions whose answers may mean that someone should look at the knee. */
function questionsPart({ today }: Pick<Report, 'today'>, { strong, quiet }: Style): string[] {
  const questions = askFirst(today);
  if (questions.length === 0) return [];
  const title = `The ${questions.length} questions that come before any distance`;
  return [
    '',
    strong(title),
    quiet('Answer them in the app. What any of them may mean is for a professional to say.'),
    ...questions.map((words) => `  · ${words}`),
  ];
}

/** The day's answer alone, for `kneewise today`. */
export function todayText(report: Pick<Report, 'today'>, units: Units, style: Style): string {
  return [
    style.quiet(dayText(report.today.date, units.locale)),
    ...todayPart(report as Report, units, style),
  ].join('\n');
}
