/** The report's four plots. Each says its message in a sentence and carries its table. */
import type { Audit } from '@kneewise/engine';
import {
  changeText,
  dayText,
  distanceText,
  localDay,
  numberText,
  paceText,
  type Units,
} from '@kneewise/words';
import type { ReportRun, ReportWeek } from '@kneewise/server';
import { hazardText, impulseSd, uncovered } from '../sentences.ts';
import { figure, line, px, scaleLinear, text, ticks } from './svg.ts';

const WIDTH = 960;
const HEIGHT = 240;
const LEFT = 52;
const RIGHT = 12;
const TOP = 16;
const BOTTOM = 28;
const METRES_PER_KM = 1000;

const plotBottom = HEIGHT - BOTTOM;

const yAxis = (
  values: readonly number[],
  at: (value: number) => number,
  words: (value: number) => string,
): string =>
  values
    .map(
      (value) =>
        line(LEFT, at(value), WIDTH - RIGHT, at(value), 'grid') +
        text(LEFT - 8, at(value) + 4, words(value), 'end'),
    )
    .join('');

const shortDay = (day: string, { locale }: Units): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** Distance a week, with the longest run inside it. */
export function weeksChart(weeks: readonly ReportWeek[], units: Units): string {
  const most = Math.max(...weeks.map((week) => week.distanceM), 1);
  const y = scaleLinear([0, most], [plotBottom, TOP]);
  const slot = (WIDTH - LEFT - RIGHT) / weeks.length;
  const barWidth = Math.min(slot * 0.7, 64);
  const bars = weeks.map((week, at) => {
    const x = LEFT + slot * (at + 0.5) - barWidth / 2;
    const label = weeks.length <= 16 || at % Math.ceil(weeks.length / 12) === 0;
    return (
      `<rect class="soft" x="${px(x)}" y="${px(y(week.distanceM))}" width="${px(barWidth)}" height="${px(plotBottom - y(week.distanceM))}"/>` +
      `<rect class="bar" x="${px(x)}" y="${px(y(week.longestM))}" width="${px(barWidth)}" height="${px(plotBottom - y(week.longestM))}"/>` +
      (label ? text(x + barWidth / 2, HEIGHT - 8, shortDay(week.start, units), 'mid') : '')
    );
  });
  const peak = weeks.find((week) => week.distanceM === most);
  return figure({
    title: 'Distance a week, and the longest run in it',
    message:
      peak === undefined
        ? 'No week with a run.'
        : `${weeks.length} weeks with activity; the most was ${distanceText(peak.distanceM, units)} in the week of ${dayText(peak.start, units.locale)}, its longest run ${distanceText(peak.longestM, units)}.`,
    note: 'Pale: the whole week. Full: its longest run. Weeks start on Monday; weeks without any activity are left out.',
    width: WIDTH,
    height: HEIGHT,
    marks: yAxis(ticks(0, most, 3), y, (value) => distanceText(value, units)) + bars.join(''),
    table: {
      head: ['Week of', 'Runs', 'Distance', 'Longest', 'Knee load, BW·s'],
      rows: weeks.map((week) => [
        week.start,
        String(week.runs),
        distanceText(week.distanceM, units),
        distanceText(week.longestM, units),
        week.kneeLoadBws === null ? 'cannot tell' : numberText(week.kneeLoadBws, 0, units.locale),
      ]),
    },
  });
}

/** Every run against the longest of the thirty days before it, in the cohort's bins. */
export function spikesChart(spikes: Audit['spikes'], units: Units): string {
  const known = spikes.flatMap((spike) =>
    spike.ratio.known && spike.longestBeforeM.known
      ? [{ ...spike, ratioValue: spike.ratio.value, before: spike.longestBeforeM.value }]
      : [],
  );
  const first = spikes[0]?.startAtMs ?? 0;
  const last = spikes.at(-1)?.startAtMs ?? 0;
  const most = Math.max(...known.map((spike) => spike.ratioValue), 1.35);
  // One run after the other: by date a month of running and one run years later would be a blot and a dot.
  const x = scaleLinear([0, Math.max(known.length - 1, 1)], [LEFT + 8, WIDTH - RIGHT - 8]);
  const y = scaleLinear([0, most], [plotBottom, TOP + 8]);
  const marks = known.map((spike, at) => {
    const [cx, cy] = [x(at), y(spike.ratioValue)];
    return spike.bin === 'up-to-10'
      ? `<circle class="dot" cx="${px(cx)}" cy="${px(cy)}" r="4"/>`
      : `<path class="spike" d="M${px(cx)} ${px(cy - 7)}l6 11h-12z"/>` +
          text(cx, cy - 11, changeText((spike.ratioValue - 1) * 100, units.locale), 'mid strong');
  });
  const above = known.filter((spike) => spike.bin !== 'up-to-10');
  return figure({
    title: 'Each run against the longest of the thirty days before it',
    message:
      known.length === 0
        ? 'No run has another in the thirty days before it, so none can be compared.'
        : `${above.length} of ${known.length} runs went more than 10 % past the longest of the thirty days before.`,
    note: 'One run after the other, oldest first. Dotted: 10 % past the longest, where the reference bin of the 2025 cohort ends: 5,205 runners, observed, injuries of any place. A link, not a cause.',
    width: WIDTH,
    height: HEIGHT,
    marks:
      yAxis(ticks(0, most, 4), y, (value) => `${numberText(value * 100, 0, units.locale)} %`) +
      `<path class="dash" d="M${LEFT} ${px(y(1.1))}H${WIDTH - RIGHT}"/>` +
      marks.join('') +
      (spikes.length === 0
        ? ''
        : text(LEFT, HEIGHT - 8, shortDay(localDay(first, null), units)) +
          text(WIDTH - RIGHT, HEIGHT - 8, shortDay(localDay(last, null), units), 'end')),
    table: {
      head: ['Run', 'Distance', 'Longest of 30 days before', 'Change', 'Hazard ratio (95 %)', 'Remark'],
      rows: spikes.map((spike) => [
        localDay(spike.startAtMs, null),
        distanceText(spike.distanceM, units),
        spike.longestBeforeM.known ? distanceText(spike.longestBeforeM.value, units) : 'no run in those days',
        spike.ratio.known ? changeText((spike.ratio.value - 1) * 100, units.locale) : '',
        spike.hazardRatio === null ? '' : hazardText(spike.hazardRatio, units),
        uncovered(spike),
      ]),
    },
  });
}

/** Cadence against speed, one dot a run: the runner's own line is what a target starts from. */
export function cadenceChart(runs: readonly ReportRun[], units: Units): string {
  const known = runs.flatMap((run) =>
    run.cadenceSpm === null || run.meanSpeedMps === null
      ? []
      : [{ ...run, cadence: run.cadenceSpm, speed: run.meanSpeedMps }],
  );
  const missing = runs.length - known.length;
  if (known.length === 0)
    return '<figure><figcaption>Cadence</figcaption><p class="message">No run recorded cadence. A watch, a foot sensor, or one foot counted for a minute would.</p></figure>';
  const speeds = known.map((run) => run.speed);
  const cadences = known.map((run) => run.cadence);
  const x = scaleLinear([Math.min(...speeds), Math.max(...speeds)], [LEFT + 16, WIDTH - RIGHT - 16]);
  const [low, high] = [Math.min(...cadences) - 2, Math.max(...cadences) + 2];
  const y = scaleLinear([low, high], [plotBottom, TOP]);
  const pace = (speed: number): string => paceText(METRES_PER_KM / speed, units);
  return figure({
    title: 'Cadence against pace, one dot a run',
    message: `${known.length} runs with cadence, from ${numberText(Math.min(...cadences), 0, units.locale)} to ${numberText(Math.max(...cadences), 0, units.locale)} steps a minute${missing > 0 ? `; ${missing} recorded none` : ''}.`,
    width: WIDTH,
    height: HEIGHT,
    marks:
      yAxis(ticks(low, high, 4), y, (value) => numberText(value, 0, units.locale)) +
      ticks(Math.min(...speeds), Math.max(...speeds), 6)
        .map((speed) => text(x(speed), HEIGHT - 8, pace(speed), 'mid'))
        .join('') +
      known
        .map((run) => `<circle class="dot" cx="${px(x(run.speed))}" cy="${px(y(run.cadence))}" r="4"/>`)
        .join(''),
    table: {
      head: ['Run', 'Pace', 'Steps a minute'],
      rows: known.map((run) => [
        run.startAt.slice(0, 10),
        pace(run.speed),
        numberText(run.cadence, 0, units.locale),
      ]),
    },
  });
}

/** Knee load a kilometre as a share of the runner's own median, with one standard deviation. */
export function loadChart(runs: readonly ReportRun[], units: Units): string {
  const known = runs.flatMap((run) =>
    run.kneeLoad === null ? [] : [{ startAt: run.startAt, load: run.kneeLoad }],
  );
  if (known.length === 0)
    return '<figure><figcaption>Knee load a kilometre</figcaption><p class="message">No run has the speed that knee load is worked out from.</p></figure>';
  const sorted = known.map(({ load }) => load.impulsePerKmBws).sort((a, b) => a - b);
  const usual = sorted[Math.floor(sorted.length / 2)] ?? 1;
  const x = scaleLinear([0, Math.max(known.length - 1, 1)], [LEFT + 8, WIDTH - RIGHT - 8]);
  const most = Math.max(
    ...known.map(({ load }) => (load.impulsePerKmBws * (1 + impulseSd(load))) / usual),
    1.2,
  );
  const y = scaleLinear([0, most], [plotBottom, TOP]);
  const share = (load: { impulsePerKmBws: number }): number => load.impulsePerKmBws / usual;
  return figure({
    title: 'Knee load a kilometre, % of your usual',
    message: `Across ${known.length} runs a kilometre asked between ${numberText((100 * (sorted[0] ?? 0)) / usual, 0, units.locale)} and ${numberText((100 * (sorted.at(-1) ?? 0)) / usual, 0, units.locale)} % of the usual load on the kneecap joint; each figure is uncertain by up to ${numberText(100 * Math.max(...known.map(({ load }) => impulseSd(load))), 0, units.locale)} %.`,
    note: 'One run after the other, oldest first. Bars: one standard deviation of the model. 100 %: the median of these runs. Faster kilometres take fewer steps and load less in sum; each step is harder.',
    width: WIDTH,
    height: HEIGHT,
    marks:
      yAxis(ticks(0, most, 4), y, (value) => `${numberText(value * 100, 0, units.locale)} %`) +
      known
        .map(({ load }, at) => {
          const cx = x(at);
          return (
            line(
              cx,
              y(share(load) * (1 - impulseSd(load))),
              cx,
              y(share(load) * (1 + impulseSd(load))),
              'err',
            ) + `<circle class="bar" cx="${px(cx)}" cy="${px(y(share(load)))}" r="3.5"/>`
          );
        })
        .join(''),
    table: {
      head: ['Run', 'Share of usual', 'BW·s a km and leg', '1 SD'],
      rows: known.map(({ startAt, load }) => [
        startAt.slice(0, 10),
        `${numberText(share(load) * 100, 0, units.locale)} %`,
        numberText(load.impulsePerKmBws, 0, units.locale),
        `± ${numberText(impulseSd(load) * 100, 0, units.locale)} %`,
      ]),
    },
  });
}
