/** Cadence against speed: the own line with its doubt, the target above it, and every run. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cadence } from '../api/types.ts';
import { useRunOffset } from '../api/use-run-offset.ts';
import { linePath } from '../chart/path.ts';
import { roundTicks } from '../chart/ticks.ts';
import { useFormat } from '../format/use-format.ts';
import { ChartFrame } from '../ui/chart-frame.tsx';
import { Missing } from '../ui/missing.tsx';
import { useWidth } from '../ui/use-width.ts';
import { linePlot, paceTicks } from './line-plot.ts';

const TOP = 12;
const HEIGHT = 300;
const GUTTER = 40;
const RIGHT = 8;
const AXIS = 30;
const TICK_PX = 90;
const DOT = 3.2;
const OWN_DOT = 6;
/** The target's name stands this far along the axis. */
const LABEL_AT = 0.62;
const M_PER_KM = 1000;

export function LineChart({ cadence }: { cadence: Cadence }) {
  const { t } = useTranslation();
  const format = useFormat();
  const offsetOf = useRunOffset();
  const [ref, width] = useWidth<HTMLDivElement>();
  const id = useId();
  const plot = linePlot(cadence);
  if (plot === null) return cadence.target.known ? null : <Missing because={cadence.target.because} tall />;
  const { target, programme, runs } = cadence;
  const bottom = TOP + HEIGHT;
  const plotWidth = Math.max(0, width - GUTTER - RIGHT);
  const [slow, fast] = plot.speeds;
  const [low, high] = plot.spm;
  const x = (speed: number): number => GUTTER + ((speed - slow) / (fast - slow)) * plotWidth;
  const y = (spm: number): number => bottom - ((spm - low) / (high - low)) * HEIGHT;
  const ends = ([from, to]: readonly [number, number]): string =>
    linePath([
      [x(slow), y(from)],
      [x(fast), y(to)],
    ]);
  const band = (lower: readonly [number, number], upper: readonly [number, number]): string =>
    `${ends(upper)}L${x(fast)} ${y(lower[1])}L${x(slow)} ${y(lower[0])}Z`;
  const unitM = format.fromUnit(1);
  const pace = (speed: number): string => `${format.pace(M_PER_KM / speed)} ${format.paceUnit}`;
  const known = target.known ? target.value : null;
  const message =
    known === null
      ? t('cadence.chart.messageRuns', { count: runs.length })
      : t('cadence.chart.message', {
          pace: pace(known.speedMps),
          own: format.number(known.own.cadenceSpm),
          range: format.range(format.number(known.own.low), format.number(known.own.high)),
          target: format.number(known.targetSpm),
        });
  const since = runs.filter((run) => run.since);
  const firstDay = programme?.firstBegunOn ?? programme?.startedOn ?? null;
  const key =
    firstDay === null || since.length === 0
      ? t('cadence.chart.keyRings', { count: runs.length })
      : t('cadence.chart.key', { date: format.date(firstDay), count: runs.length - since.length });
  const slope =
    plot.target === null
      ? 0
      : (Math.atan2(y(plot.target.high[1]) - y(plot.target.high[0]), plotWidth) * 180) / Math.PI;
  const middleOfTarget = (share: number): number =>
    plot.target === null
      ? 0
      : (plot.target.low[0] + plot.target.high[0]) / 2 +
        (share * (plot.target.low[1] + plot.target.high[1] - plot.target.low[0] - plot.target.high[0])) / 2;
  const labelX = GUTTER + LABEL_AT * plotWidth;

  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="section-title">
        {t('cadence.chart.title')} <span className="unit">{t('cadence.chart.unit')}</span>
      </h2>
      <ChartFrame
        message={message}
        words={`${message} ${key}`}
        hint={key}
        table={() => ({
          head: [t('table.day'), t('cadence.chart.pace'), t('cadence.chart.title')],
          rows: runs
            .toReversed()
            .map((run) => [
              format.date(run.startAtMs, offsetOf(run.runId)),
              pace(run.speedMps),
              format.number(run.cadenceSpm),
            ]),
        })}
      >
        <div ref={ref}>
          <svg width={width} height={bottom + AXIS} aria-hidden="true">
            {roundTicks(plot.spm, 'number').map((spm) => (
              <g key={spm}>
                <line x1={GUTTER} x2={width - RIGHT} y1={y(spm)} y2={y(spm)} stroke="var(--line)" />
                <text x={GUTTER - 8} y={y(spm) + 4} textAnchor="end">
                  {format.number(spm)}
                </text>
              </g>
            ))}
            {plot.target !== null && (
              <>
                <path d={band(plot.target.low, plot.target.high)} fill="var(--water-soft)" />
                <text
                  x={labelX}
                  y={y(middleOfTarget(LABEL_AT)) + 4}
                  textAnchor="middle"
                  className="chart-water"
                  transform={`rotate(${slope} ${labelX} ${y(middleOfTarget(LABEL_AT))})`}
                >
                  {t('cadence.chart.target')}
                </text>
              </>
            )}
            {plot.own !== null && (
              <>
                <path d={band(plot.own.low, plot.own.high)} fill="var(--ink)" opacity="0.16" />
                <path d={ends(plot.own.middle)} stroke="var(--ink)" strokeWidth="2.2" fill="none" />
              </>
            )}
            {runs.map((run) => (
              <circle
                key={run.runId}
                cx={x(run.speedMps)}
                cy={y(run.cadenceSpm)}
                r={DOT}
                fill={run.since ? 'var(--water-fill)' : 'none'}
                stroke={run.since ? 'var(--paper)' : 'var(--line-strong)'}
                strokeWidth={run.since ? 1 : 1.3}
              />
            ))}
            {known !== null && (
              <>
                <line
                  x1={x(known.speedMps)}
                  x2={x(known.speedMps)}
                  y1={y(known.targetSpm)}
                  y2={bottom}
                  stroke="var(--ink)"
                  strokeDasharray="3 4"
                />
                <Place
                  x={x(known.speedMps)}
                  y={y(known.own.cadenceSpm)}
                  fill="var(--ink)"
                  text={format.number(known.own.cadenceSpm)}
                />
                <Place
                  x={x(known.speedMps)}
                  y={y(known.targetSpm)}
                  fill="var(--water)"
                  text={format.number(known.targetSpm)}
                />
              </>
            )}
            <line x1={GUTTER} x2={width - RIGHT} y1={bottom} y2={bottom} stroke="var(--line-strong)" />
            {paceTicks(plot.speeds, unitM, Math.max(2, Math.floor(plotWidth / TICK_PX))).map((paceS) => (
              <g key={paceS}>
                <line
                  x1={x(unitM / paceS)}
                  x2={x(unitM / paceS)}
                  y1={bottom}
                  y2={bottom + 5}
                  stroke="var(--line-strong)"
                />
                <text x={x(unitM / paceS)} y={bottom + 20} textAnchor="middle">
                  {format.duration(paceS)}
                </text>
              </g>
            ))}
          </svg>
        </div>
      </ChartFrame>
      <p className="caption">{t('cadence.chart.axis', { unit: format.paceUnit })}</p>
    </section>
  );
}

function Place({ x, y, fill, text }: { x: number; y: number; fill: string; text: string }) {
  return (
    <g>
      <circle cx={x} cy={y} r={OWN_DOT} fill={fill} stroke="var(--paper)" strokeWidth="2" />
      <text
        x={x - 12}
        y={y - 6}
        textAnchor="end"
        className="chart-strong chart-halo cadence-figure"
        fill={fill}
      >
        {text}
      </text>
    </g>
  );
}
