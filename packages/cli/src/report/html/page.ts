/** `report --format html`: one page that needs nothing else, no script, no request. */
import type { Today } from '@kneewise/engine';
import type { Report } from '@kneewise/server';
import { dayText, distanceText, durationText, numberText, paceText, type Units } from '@kneewise/words';
import {
  answerSentence,
  askFirst,
  auditLines,
  changeLines,
  commonFolder,
  impulseSd,
  reasonLines,
  speaksAsOf,
} from '../sentences.ts';
import { cadenceChart, loadChart, spikesChart, weeksChart } from './charts.ts';
import { escapeHtml } from './svg.ts';
import { STYLE } from './style.ts';

const paragraphs = (lines: readonly string[], classes = ''): string =>
  lines.map((words) => `<p class="${classes}">${escapeHtml(words)}</p>`).join('\n');

const list = (lines: readonly string[]): string =>
  lines.length === 0
    ? ''
    : `<ul class="plain">${lines.map((words) => `<li>${escapeHtml(words)}</li>`).join('')}</ul>`;

function receipt(today: Today, units: Units): string {
  const rows = reasonLines(today, units).map(
    ({ words, allows, mark }) =>
      `<li><span>${escapeHtml(words)}<small>${escapeHtml(mark)}</small></span><b>${escapeHtml(allows)}</b></li>`,
  );
  const total = today.distanceM.known
    ? `<li class="total"><span>${today.action === 'ask-first' ? 'If no warning sign applies' : 'Today'}${today.next === null ? '' : escapeHtml(`, from ${dayText(today.next.date, units.locale)} on`)}</span><b>${escapeHtml(distanceText(today.distanceM.value, units))}</b></li>`
    : '';
  return `<ul class="receipt">${rows.join('')}${total}</ul>`;
}

/** The last column of the table holds words, which may break; figures and file names may not. */
const WORDY_FROM = 8;

function runsTable(report: Report, units: Units): string {
  const { locale } = units;
  const folder = commonFolder(report.runs.map(({ file }) => file));
  const rows = report.runs.map((run) => [
    run.startAt.slice(0, 16).replace('T', ' '),
    run.distanceM === null ? '' : distanceText(run.distanceM, units),
    run.movingS === null ? '' : durationText(run.movingS),
    run.meanSpeedMps === null ? '' : paceText(1000 / run.meanSpeedMps, units),
    run.cadenceSpm === null ? 'none' : numberText(run.cadenceSpm, 0, locale),
    run.kneeLoad === null
      ? ''
      : `${numberText(run.kneeLoad.impulsePerKmBws, 0, locale)} ± ${numberText(run.kneeLoad.impulsePerKmBws * impulseSd(run.kneeLoad), 0, locale)}`,
    run.kneeLoad === null ? '' : numberText(run.kneeLoad.impulseRunBws, 0, locale),
    run.file.slice(folder.length),
    run.warnings.map(({ text }) => text).join(' '),
  ]);
  const heads = [
    'Start, UTC',
    'Distance',
    'Moving',
    'Pace',
    'Steps/min',
    'Load a km, BW·s',
    'Load, BW·s',
    'File',
    'Remarks',
  ];
  return `<div class="scroll" tabindex="0" role="region" aria-label="All runs"><table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${rows
    .map(
      (row) =>
        `<tr>${row.map((cell, at) => `<td${at < WORDY_FROM ? ' class="figure"' : ''}>${escapeHtml(cell)}</td>`).join('')}</tr>`,
    )
    .join('')}</tbody></table></div>`;
}

const section = (title: string, body: string): string =>
  body === '' ? '' : `<h2>${escapeHtml(title)}</h2>\n${body}`;

export function htmlReport(report: Report, units: Units): string {
  const { today, audit } = report;
  const questions = askFirst(today);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="referrer" content="no-referrer">
<title>Kneewise, ${escapeHtml(dayText(today.date, units.locale))}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="quiet">${escapeHtml(speaksAsOf(report, units))}</p>
<h1>${escapeHtml(answerSentence(today, units))}</h1>
<div class="card">
${receipt(today, units)}
${questions.length === 0 ? '' : `<details><summary>The ${questions.length} questions that come first</summary>${list(questions)}</details>`}
</div>
${section('What would change it', list(changeLines(today, units)))}
${section('Weeks', report.weeks.length === 0 ? '' : weeksChart(report.weeks, units))}
${section('Long runs', spikesChart(audit.spikes, units))}
${section('What changed', paragraphs(auditLines(audit, units)))}
${section('Cadence', cadenceChart(report.runs, units))}
${section('Knee load', loadChart(report.runs, units))}
${section('Every run', report.runs.length === 0 ? '' : runsTable(report, units))}
${section('Other activities, kept and not counted', list(report.other.map(({ file, sport }) => `${file}: ${sport}`)))}
${section('The same run again', list(report.duplicates.map(({ file, of }) => `${file} is ${of}`)))}
${section('Refused', list(report.refused.map(({ file, reason, byteOffset }) => `${file}: ${reason}${byteOffset === null ? '' : ` (byte ${byteOffset})`}`)))}
<p class="note">Kneewise informs; it does not diagnose. Knee load is a model of the force on the kneecap joint (evidence B2c), good for comparing a runner with himself or herself; the figures are in body weights (BW) for one leg. Made on this computer; nothing was sent anywhere.</p>
</main>
</body>
</html>
`;
}
