/** One line a run, newest at the top, as long as it was; grey where form may have gone, and the usual place across all. */
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Form } from '../api/types.ts';
import { useRunOffset } from '../api/use-run-offset.ts';
import { SoftEdge } from '../chart/soft-edge.tsx';
import { axisTicks } from '../chart/ticks.ts';
import { useFormat } from '../format/use-format.ts';
import { ChartFrame } from '../ui/chart-frame.tsx';
import { useWidth } from '../ui/use-width.ts';
import { faded, fadingPlace } from './fading-place.ts';

type Run = Form['runs'][number];
type Usual = Extract<Form['usual'], { readonly known: true }>['value'];

const ROW = 22;
const TOP = 30;
const DATES = 56;
const RIGHT = 74;
const AXIS = 28;
const MOST_SHOWN = 24;

export function FadingChart({ runs, usual }: { runs: readonly Run[]; usual: Usual | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const offsetOf = useRunOffset();
  const [ref, width] = useWidth<HTMLDivElement>();
  const id = useId();
  const shown = runs.filter(({ endM }) => endM !== null).slice(0, MOST_SHOWN);
  if (shown.length === 0) return null;
  const longestM = Math.max(...shown.map(({ endM }) => endM ?? 0));
  const within = usual !== null && usual.verdict !== 'none-within';
  const endM = within ? Math.max(longestM, Math.min(usual.highM, 1.2 * longestM)) : longestM;
  const plotWidth = Math.max(0, width - DATES - RIGHT);
  const x = (metres: number): number => DATES + (Math.min(metres, endM) / endM) * plotWidth;
  const y = (row: number): number => TOP + (row + 0.5) * ROW;
  const bottom = TOP + shown.length * ROW;
  const fades = shown.filter((run) => run.verdict === 'fade').length;
  const message = t('fading.chart.message', { count: shown.length, fades });
  const verdictWords = (run: Run): string => t(`fading.verdict.${run.verdict}`);
  const placeWords = (run: Run): string => {
    const place = fadingPlace(run);
    return place === null
      ? '–'
      : t('fading.chart.at', {
          place: format.distance(place.at),
          range: format.distanceRange(place.low, place.high),
        });
  };
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="section-title">
        {t('fading.chart.title')} <span className="unit">{format.unit}</span>
      </h2>
      <ChartFrame
        message={message}
        words={`${message} ${shown
          .filter((run) => run.verdict === 'fade')
          .map((run) =>
            t('fading.chart.one', {
              date: format.date(run.startAtMs, offsetOf(run.runId)),
              what: faded(run)
                .map(({ name }) => t(`fading.name.${name}`))
                .join(', '),
              place: placeWords(run),
            }),
          )
          .join(' ')}`}
        hint={t('fading.chart.key')}
        table={() => ({
          head: [
            t('table.day'),
            t('table.distance'),
            t('fading.chart.verdict'),
            t('fading.chart.where'),
            t('fading.chart.what'),
          ],
          rows: shown.map((run) => [
            format.date(run.startAtMs, offsetOf(run.runId)),
            format.distance(run.endM ?? 0),
            verdictWords(run),
            placeWords(run),
            faded(run)
              .map(({ name, change }) =>
                t(`fading.change.${name}`, { change: signed(format.number(change), change) }),
              )
              .join(', '),
          ]),
        })}
      >
        <div ref={ref}>
          <svg width={width} height={bottom + AXIS} aria-hidden="true">
            {within && (
              <g>
                <SoftEdge
                  from={x(usual.lowM)}
                  at={x(usual.distanceM)}
                  to={x(usual.highM)}
                  y={TOP - 4}
                  height={bottom - TOP + 4}
                  strength={0.22}
                />
                <line
                  x1={x(usual.distanceM)}
                  x2={x(usual.distanceM)}
                  y1={TOP - 4}
                  y2={bottom}
                  stroke="var(--ink)"
                  strokeDasharray="2 4"
                  strokeWidth="1.5"
                />
                <text x={x(usual.distanceM)} y={16} textAnchor="middle" className="chart-strong chart-halo">
                  {t(`fading.chart.${usual.verdict === 'habit' ? 'usually' : 'perhaps'}`, {
                    place: format.distanceFigure(usual.distanceM),
                  })}
                </text>
              </g>
            )}
            {shown.map((run, row) => {
              const place = fadingPlace(run);
              return (
                <g key={run.runId}>
                  <text x={DATES - 10} y={y(row) + 4} textAnchor="end">
                    {format.shortDate(run.startAtMs, offsetOf(run.runId))}
                  </text>
                  <line
                    x1={DATES}
                    x2={x(run.endM ?? 0)}
                    y1={y(row)}
                    y2={y(row)}
                    stroke="var(--line-strong)"
                    strokeWidth="2"
                  />
                  {place !== null && (
                    <>
                      <SoftEdge
                        from={x(place.low)}
                        at={x(place.at)}
                        to={x(place.high)}
                        y={y(row) - 7}
                        height={14}
                      />
                      <circle
                        cx={x(place.at)}
                        cy={y(row)}
                        r="4"
                        fill="var(--ink)"
                        stroke="var(--paper)"
                        strokeWidth="1.5"
                      />
                    </>
                  )}
                  {run.verdict !== 'fade' && run.verdict !== 'steady' && (
                    <text x={x(run.endM ?? 0) + 8} y={y(row) + 4} className="fading-verdict">
                      {verdictWords(run)}
                    </text>
                  )}
                </g>
              );
            })}
            <line x1={DATES} x2={DATES + plotWidth} y1={bottom} y2={bottom} stroke="var(--line-strong)" />
            {axisTicks(0, format.inUnit(endM)).map((tick) => (
              <text key={tick} x={x(format.fromUnit(tick))} y={bottom + 18} textAnchor="middle">
                {format.number(tick)}
              </text>
            ))}
          </svg>
        </div>
      </ChartFrame>
      <p className="second">
        {t('fading.chart.open')}{' '}
        {shown
          .filter((run) => run.verdict === 'fade')
          .slice(0, 3)
          .map((run, i) => (
            <span key={run.runId}>
              {i > 0 && ', '}
              <Link to="/runs/$runId" params={{ runId: run.runId }}>
                {format.shortDate(run.startAtMs, offsetOf(run.runId))}
              </Link>
            </span>
          ))}
      </p>
    </section>
  );
}

const signed = (shown: string, change: number): string => (change > 0 ? `+${shown}` : shown);
