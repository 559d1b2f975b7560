/** Each run against the longest of the thirty days before it, in the bins of the 2025 cohort. */
import type { SessionSpike } from '@kneewise/engine';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRunOffset } from '../api/use-run-offset.ts';
import { sessionDots } from '../chart/session-dots.ts';
import { useFormat } from '../format/use-format.ts';
import { ChartFrame } from '../ui/chart-frame.tsx';
import { EvidenceMark } from '../ui/evidence-mark.tsx';
import { useWidth } from '../ui/use-width.ts';
import { isSpike, jumpsOf, openJumps } from '../words/spike-words.ts';

const HEIGHT = 190;
const TOP = 14;
const GUTTER = 52;
/** Rows of the list beneath: the latest jumps. */
const ROWS = 8;
const MOST_IN_WORDS = 12;
const COHORT = 'frandsen-2025';

export function LongestSessions({ spikes }: { spikes: readonly SessionSpike[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [ref, width] = useWidth<HTMLDivElement>();
  const offsetOf = useRunOffset();
  const jumps = jumpsOf(spikes);
  const over = jumps.filter(({ spike }) => isSpike(spike.bin));
  const open = openJumps(spikes);
  const plot = sessionDots(jumps.map(({ spike, ratio }) => ({ atMs: spike.startAtMs, ratio })));
  const x = (share: number): number => GUTTER + 6 + share * Math.max(0, width - GUTTER - 12);
  const y = (share: number): number => TOP + (1 - share) * (HEIGHT - TOP - 30);
  const message = t('sessions.message', { count: over.length, figure: format.number(jumps.length) });
  return (
    <section aria-labelledby="sessions" className="sessions">
      <h2 id="sessions" className="say-finding">
        {jumps.length === 0
          ? t('sessions.unknown')
          : t('sessions.title', {
              count: over.length,
              number: over.length > MOST_IN_WORDS ? format.number(over.length) : t(`number.${over.length}`),
            })}
      </h2>
      <p className="second">{t('sessions.what')}</p>
      {plot !== null && (
        <ChartFrame
          message={message}
          words={[
            message,
            ...over.slice(-ROWS).map(({ spike, ratio }) =>
              t('sessions.row', {
                date: format.date(spike.startAtMs, offsetOf(spike.runId)),
                distance: format.distance(spike.distanceM),
                change: format.change(ratio - 1),
              }),
            ),
          ].join(' ')}
          table={() => ({
            head: [t('table.day'), t('table.distance'), t('table.longestBefore'), t('table.change')],
            rows: jumps
              .toReversed()
              .map(({ spike, ratio, longestBeforeM }) => [
                `${format.date(spike.startAtMs, offsetOf(spike.runId))} ${format.time(spike.startAtMs, offsetOf(spike.runId))}`,
                format.distance(spike.distanceM),
                format.distance(longestBeforeM),
                format.change(ratio - 1),
              ]),
          })}
        >
          <div ref={ref}>
            <svg width={width} height={HEIGHT} aria-hidden="true">
              {plot.lines.map(({ change, at }) => (
                <g key={change}>
                  <line
                    x1={GUTTER}
                    x2={width}
                    y1={y(at)}
                    y2={y(at)}
                    stroke={change === 0 ? 'var(--line-strong)' : 'var(--line)'}
                  />
                  <text x={GUTTER - 6} y={y(at) + 4} textAnchor="end">
                    {change === 0 ? t('sessions.same') : format.change(change)}
                  </text>
                </g>
              ))}
              {plot.dots.map(({ x: across, y: up }, index) => {
                const jump = jumps[index];
                if (jump === undefined) return null;
                return isSpike(jump.spike.bin) ? (
                  <path key={jump.spike.runId} d={`M${x(across)} ${y(up) - 6}l6 11h-12z`} fill="var(--ink)" />
                ) : (
                  <circle key={jump.spike.runId} cx={x(across)} cy={y(up)} r="2.6" fill="var(--water-fill)" />
                );
              })}
              {plot.fromMs !== plot.toMs && (
                <>
                  <text x={GUTTER} y={HEIGHT - 6}>
                    {format.date(plot.fromMs)}
                  </text>
                  <text x={width} y={HEIGHT - 6} textAnchor="end">
                    {format.date(plot.toMs)}
                  </text>
                </>
              )}
            </svg>
          </div>
        </ChartFrame>
      )}
      {over.length > 0 && (
        <ul className="session-rows">
          {over
            .slice(-ROWS)
            .toReversed()
            .map(({ spike, ratio, longestBeforeM }) => (
              <li key={spike.runId}>
                <span className="session-mark" aria-hidden="true">
                  ▲
                </span>
                <Link to="/runs/$runId" params={{ runId: spike.runId }} className="plain-link">
                  {format.date(spike.startAtMs, offsetOf(spike.runId))}
                </Link>
                <span>
                  {t('sessions.fromTo', {
                    from: format.distanceFigure(longestBeforeM),
                    to: format.distance(spike.distanceM),
                  })}{' '}
                  <strong className="strong session-change">{format.change(ratio - 1)}</strong>
                </span>
                <span className="second">
                  {spike.hazardRatio !== null &&
                    t('sessions.hazard', {
                      value: format.number(spike.hazardRatio.value, 2),
                      range: format.range(
                        format.number(spike.hazardRatio.low, 2),
                        format.number(spike.hazardRatio.high, 2),
                      ),
                    })}
                </span>
              </li>
            ))}
        </ul>
      )}
      {open.length > 0 && (
        <p className="second">
          {t('sessions.open', { count: open.length, figure: format.number(open.length) })}
        </p>
      )}
      <EvidenceMark mark="cohort" evidence={COHORT} word={t('sessions.mark')} />
    </section>
  );
}
