/** What changed before it began: ranked rows, what stayed, and what nobody can tell. */
import type { Audit, AuditFinding } from '@kneewise/engine';
import { useTranslation } from 'react-i18next';
import { stripScale } from '../chart/strip-scale.ts';
import { useFormat } from '../format/use-format.ts';
import { OnsetForm } from '../import/onset-form.tsx';
import { EvidenceMark } from '../ui/evidence-mark.tsx';
import { Hatch, Missing } from '../ui/missing.tsx';
import { useWidth } from '../ui/use-width.ts';
import { changedAndNot, changedTitle, figureOf, isWeekly, unitOnce } from '../words/audit-words.ts';

const STRIP_HEIGHT = 54;
const STRIP_LINE = 18;
const SIDE = 12;
/** Findings are at most as many as there are variables, so twelve words are enough. */
const MOST_IN_WORDS = 12;

function Strip({ finding }: { finding: AuditFinding }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [ref, width] = useWidth<HTMLDivElement>();
  const { usualWeeks, windowWeeks } = finding;
  if (usualWeeks.length === 0) return null;
  const scale = stripScale(usualWeeks, windowWeeks);
  const x = (value: number): number => SIDE + scale.at(value) * Math.max(0, width - 2 * SIDE);
  const figure = (value: number): string => figureOf(finding, value, format);
  const last = windowWeeks.at(-1);
  const [usualLow, usualHigh] = scale.usual;
  const usualText = t('load.strip.usual', {
    range:
      figure(usualLow) === figure(usualHigh)
        ? figure(usualLow)
        : format.range(...unitOnce(figure(usualLow), figure(usualHigh))),
  });
  const usualX = (x(usualLow) + x(usualHigh)) / 2;
  const near = last !== undefined && Math.abs(x(last) - usualX) < 110;
  const within = (at: number, letters: number): number =>
    Math.min(Math.max(at, letters * 3.4), Math.max(letters * 3.4, width - letters * 3.4));
  return (
    <div ref={ref} className="chart change-strip">
      <svg
        width={width}
        height={near ? STRIP_HEIGHT + 16 : STRIP_HEIGHT}
        role="img"
        aria-label={t('load.strip.message', {
          usual: figure(finding.usual),
          before: figure(finding.before),
          last: last === undefined ? '' : figure(last),
        })}
      >
        <line x1="0" x2={width} y1={STRIP_LINE} y2={STRIP_LINE} stroke="var(--line)" />
        <rect
          x={x(usualLow) - 6}
          y={STRIP_LINE - 9}
          width={x(usualHigh) - x(usualLow) + 12}
          height="18"
          rx="4"
          fill="var(--select)"
        />
        {usualWeeks.map((value, index) => (
          <line
            // Weeks have no name here but their place in time.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            x1={x(value)}
            x2={x(value)}
            y1={STRIP_LINE - 6}
            y2={STRIP_LINE + 6}
            stroke="var(--ink-3)"
            strokeWidth="1.4"
          />
        ))}
        {windowWeeks.map((value, index) => (
          <circle
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            cx={x(value)}
            cy={STRIP_LINE}
            r={index === windowWeeks.length - 1 ? 6.5 : 5}
            fill={index === windowWeeks.length - 1 ? 'var(--ink)' : 'var(--paper)'}
            stroke={index >= windowWeeks.length - finding.weeks ? 'var(--ink)' : 'var(--line-strong)'}
            strokeWidth="2"
          />
        ))}
        <text x={within(usualX, usualText.length)} y={STRIP_LINE + 27} textAnchor="middle">
          {usualText}
        </text>
        {last !== undefined && (
          <text
            x={within(x(last), figure(last).length + 2)}
            y={STRIP_LINE + (near ? 44 : 27)}
            textAnchor="middle"
            className="chart-strong"
          >
            {figure(last)}
          </text>
        )}
      </svg>
    </div>
  );
}

function Finding({ finding, rank }: { finding: AuditFinding; rank: number }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const said = `load.finding.${finding.variable}`;
  const [from, to] = unitOnce(
    figureOf(finding, finding.usual, format),
    figureOf(finding, finding.before, format),
  );
  return (
    <li className="change">
      <span className="change-rank" aria-hidden="true">
        {rank}
      </span>
      <div className="change-name">
        <h3 className="section-title">{t(`variable.${finding.variable}`)}</h3>
        <p>{t(isWeekly(finding) ? 'load.fromToWeek' : 'load.fromTo', { from, to })}</p>
      </div>
      <Strip finding={finding} />
      <div className="change-said second">
        <p>
          {t(`load.verdict.${finding.verdict}`, { count: finding.weeks })} {i18n.exists(said) && t(said)}
        </p>
        <EvidenceMark mark={finding.mark} evidence={finding.evidence} />
      </div>
    </li>
  );
}

/** What nobody recorded; a variable that lacks only weeks is told by the weeks above. */
const lacks = ({ cannotTell }: Audit): readonly string[] => [
  ...new Set(
    cannotTell.flatMap(({ variable, because }) =>
      because.known || because.because.what === variable ? [] : [because.because.what],
    ),
  ),
];

export function WhatChanged({ audit }: { audit: Audit }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const title = changedTitle(audit);
  const { changed, same } = audit.findings.known
    ? changedAndNot(audit.findings.value)
    : { changed: [], same: [] };
  return (
    <section aria-labelledby="what-changed" className="what-changed">
      <div className="changed-head">
        <h2 id="what-changed" className="say-finding">
          {t(title.key, {
            count: title.count,
            number: t(`number.${Math.min(title.count, MOST_IN_WORDS)}`),
            first: title.first === null ? '' : t(`variable.${title.first}`).toLowerCase(),
          })}
        </h2>
        {changed.length > 0 && <p className="second">{t('load.stripKey')}</p>}
      </div>
      {audit.onset === null && (
        <div className="ask-onset">
          <p className="second">{t('load.noOnset', { date: format.date(audit.asOf) })}</p>
          <OnsetForm />
        </div>
      )}
      {!audit.findings.known && (
        <>
          <Missing because={audit.findings.because} tall />
          <p className="second">
            {t('load.weeksHave', {
              window: audit.windowWeeks.have,
              windowNeed: audit.windowWeeks.need,
              baseline: audit.baselineWeeks.have,
              baselineNeed: audit.baselineWeeks.need,
            })}
            {audit.gaps.length > 0 && ` ${t('load.gaps', { count: audit.gaps.length })}`}
          </p>
        </>
      )}
      <ol>
        {changed.map((finding, index) => (
          <Finding key={finding.variable} finding={finding} rank={index + 1} />
        ))}
      </ol>
      {audit.severalAtOnce && <p className="second several">{t('load.severalAtOnce')}</p>}
      <div className="changed-foot second">
        {same.length > 0 && (
          <p>
            <strong className="strong">{t('load.same')}</strong>{' '}
            {same.map(({ variable }) => t(`variable.${variable}`).toLowerCase()).join(', ')}.
          </p>
        )}
        {audit.cannotTell.length > 0 && (
          <div className="cannot-tell">
            <Hatch className="hatch-small" />
            <div>
              <p>
                <strong className="strong">{t('load.cannotTell')}</strong>{' '}
                {audit.cannotTell.map(({ variable }) => t(`variable.${variable}`).toLowerCase()).join(', ')}.
              </p>
              <ul className="caption">
                {lacks(audit).map((what) => (
                  <li key={what}>
                    {t('load.lacks', { what: i18n.exists(`what.${what}`) ? t(`what.${what}`) : what })}
                  </li>
                ))}
              </ul>
            </div>
          </div>
        )}
      </div>
      {audit.weekChange.known && (
        <p className="second">
          {t('load.weekChange', {
            change: format.change(audit.weekChange.value.percent / 100),
            from: format.distance(audit.weekChange.value.fromM),
            to: format.distance(audit.weekChange.value.toM),
          })}
        </p>
      )}
    </section>
  );
}
