/** Seven days of running, day by day, as a share of the usual week; single days as bars; the ache beneath. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Load } from '../api/types.ts';
import { useRunOffset } from '../api/use-run-offset.ts';
import {
  daysShown,
  gridShares,
  monthTicks,
  type Span,
  topShare,
  unknownStretches,
} from '../chart/load-days.ts';
import { areaPath, linePath } from '../chart/path.ts';
import { dayOf } from '../format/format.ts';
import { useFormat } from '../format/use-format.ts';
import { ChartFrame } from '../ui/chart-frame.tsx';
import { useWidth } from '../ui/use-width.ts';
import { isSpike, jumpsOf } from '../words/spike-words.ts';

const PLOT_TOP = 34;
const PLOT_HEIGHT = 230;
const ACHE_HEIGHT = 40;
const GUTTER = 48;
/** Bars thinner than this say nothing a line would not. */
const LEAST_BAR_PX = 1.5;
const MONTH_PX = 70;
const SPANS: readonly Span[] = ['weeks', 'year', 'all'];
/** The ache's axis ends here at least, so that a 1 never looks like a 10. Our choice. */
const LEAST_ACHE_TOP = 5;

export function WeeksChart({ load }: { load: Load }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [ref, width] = useWidth<HTMLDivElement>();
  const [span, setSpan] = useState<Span>('weeks');
  const id = useId();
  const offsetOf = useRunOffset();
  const { onset } = load.audit;
  const days = daysShown(load.days, span, onset);
  const spans = SPANS.filter((one, index) => {
    const before = SPANS[index - 1];
    return (
      before === undefined ||
      daysShown(load.days, one, onset).length > daysShown(load.days, before, onset).length
    );
  });

  const top = topShare(days);
  const bottom = PLOT_TOP + PLOT_HEIGHT;
  const plotWidth = Math.max(0, width - GUTTER);
  const step = days.length === 0 ? 0 : plotWidth / days.length;
  const x = (index: number): number => GUTTER + (index + 0.5) * step;
  const y = (share: number): number => bottom - (share / top) * PLOT_HEIGHT;
  const week = days.map(({ weekShare }, index) =>
    weekShare === null ? null : ([x(index), y(weekShare)] as const),
  );
  const bar = Math.min(6, step * 0.55);
  const indexOf = new Map(days.map(({ date }, index) => [date, index]));
  const onsetIndex = onset === null ? undefined : indexOf.get(onset);
  const worstAche = Math.max(...days.map(({ worstPain }) => worstPain ?? -1));
  const hasAche = worstAche >= 0;
  const acheTop = Math.max(LEAST_ACHE_TOP, worstAche);
  const height = bottom + 26 + (hasAche ? ACHE_HEIGHT + 24 : 0);
  const acheBase = bottom + 26 + ACHE_HEIGHT + 18;

  const spikes = jumpsOf(load.audit.spikes).flatMap((jump) => {
    const index = indexOf.get(dayOf(jump.spike.startAtMs, offsetOf(jump.spike.runId)));
    return index === undefined || !isSpike(jump.spike.bin) ? [] : [{ ...jump, index }];
  });
  const longest = spikes.reduce<(typeof spikes)[number] | null>(
    (best, spike) => (best === null || spike.ratio > best.ratio ? spike : best),
    null,
  );
  const last = days.at(-1);
  const peak = days.reduce(
    (best, day) => ((day.weekShare ?? -1) > (best?.weekShare ?? -1) ? day : best),
    last,
  );
  const message =
    last === undefined || last.weekShare === null
      ? t('load.chart.messageUnknown')
      : t('load.chart.message', { share: format.percent(last.weekShare) });
  const words = [
    message,
    peak?.weekShare == null
      ? null
      : t('load.chart.peak', { date: format.date(peak.date), share: format.percent(peak.weekShare) }),
    onset === null ? null : t('load.chart.onset', { date: format.date(onset) }),
    longest === null
      ? null
      : t('load.chart.longest', {
          distance: format.distance(longest.spike.distanceM),
          date: format.date(longest.spike.startAtMs, offsetOf(longest.spike.runId)),
          change: format.change(longest.ratio - 1),
        }),
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');

  return (
    <section aria-labelledby={`${id}-title`} className="weeks">
      <div className="weeks-head">
        <h2 id={`${id}-title`} className="section-title">
          {t('load.chart.title')} <span className="unit">{t('load.chart.unit')}</span>
        </h2>
        {spans.length > 1 && (
          <ToggleButtonGroup
            className="chips"
            aria-label={t('load.chart.span')}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[span]}
            onSelectionChange={([key]) => setSpan(key as Span)}
          >
            {spans.map((one) => (
              <ToggleButton key={one} id={one} className="chip">
                {t(`load.chart.spans.${one}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        )}
      </div>
      <ChartFrame
        message={message}
        words={words}
        hint={t(spikes.length > 0 ? 'load.chart.keySpikes' : 'load.chart.key')}
        table={() => ({
          head: [
            t('table.day'),
            t('table.daysLoad'),
            t('table.sevenDays'),
            t('table.longest'),
            t('table.ache'),
          ],
          rows: days
            .toReversed()
            .map((day) => [
              format.date(day.date),
              day.dayShare === null ? t('cannotTell') : format.percent(day.dayShare),
              day.weekShare === null ? t('cannotTell') : format.percent(day.weekShare),
              day.longestM === null ? t('table.noRun') : format.distance(day.longestM),
              day.worstPain === null ? t('table.notLogged') : `${day.worstPain}/10`,
            ]),
        })}
      >
        <div ref={ref}>
          <svg width={width} height={height} aria-hidden="true">
            <defs>
              <pattern
                id={`${id}-hatch`}
                width="7"
                height="7"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <line x1="0" y1="0" x2="0" y2="7" stroke="var(--line-strong)" strokeWidth="1.4" />
              </pattern>
            </defs>
            {gridShares(top).map((share) => (
              <g key={share}>
                <line x1={GUTTER} x2={width} y1={y(share)} y2={y(share)} stroke="var(--line)" />
                <text x={GUTTER - 8} y={y(share) + 4} textAnchor="end">
                  {format.percent(share)}
                </text>
              </g>
            ))}
            {unknownStretches(days).map(([from, to]) => (
              <rect
                key={from}
                x={x(from) - step / 2}
                y={PLOT_TOP}
                width={(to - from + 1) * step}
                height={PLOT_HEIGHT}
                fill={`url(#${id}-hatch)`}
                opacity="0.55"
              />
            ))}
            <path d={areaPath(week, bottom)} fill="var(--water-soft)" />
            {step >= LEAST_BAR_PX &&
              days.map(({ date, dayShare }, index) =>
                dayShare === null || dayShare === 0 ? null : (
                  <rect
                    key={date}
                    x={x(index) - bar / 2}
                    y={y(dayShare)}
                    width={bar}
                    height={bottom - y(dayShare)}
                    fill="var(--water-fill)"
                  />
                ),
              )}
            <path
              d={linePath(week)}
              fill="none"
              stroke="var(--water)"
              strokeWidth="1.8"
              strokeLinejoin="round"
            />
            <line x1={GUTTER} x2={width} y1={bottom} y2={bottom} stroke="var(--line-strong)" />
            {onsetIndex !== undefined && onset !== null && (
              <OnsetLine
                x={x(onsetIndex)}
                to={hasAche ? acheBase : bottom}
                text={t('load.chart.onsetLine', { date: format.shortDate(onset) })}
                width={width}
              />
            )}
            {spikes.map((spike) => (
              <path
                key={spike.spike.runId}
                d={`M${x(spike.index)} ${y(days[spike.index]?.dayShare ?? 0) - 14}l5 9h-10z`}
                fill="var(--ink)"
              />
            ))}
            {longest !== null && (
              <LongestLabel
                text={t('load.chart.spike', {
                  distance: format.distance(longest.spike.distanceM),
                  change: format.change(longest.ratio - 1),
                })}
                x={x(longest.index)}
                y={y(days[longest.index]?.dayShare ?? 0) - 19}
                width={width}
                keepOff={onsetIndex === undefined ? null : x(onsetIndex)}
              />
            )}
            {monthTicks(days, Math.floor(plotWidth / MONTH_PX)).map((index) => (
              <g key={index}>
                <line x1={x(index)} x2={x(index)} y1={bottom} y2={bottom + 5} stroke="var(--line-strong)" />
                <text x={x(index)} y={bottom + 19} textAnchor={index === 0 ? 'start' : 'middle'}>
                  {format.month(days[index]?.date ?? '')}
                  {days[index]?.date.slice(5, 7) === '01' ? ` ${days[index]?.date.slice(0, 4)}` : ''}
                </text>
              </g>
            ))}
            {hasAche && (
              <g>
                <text x={GUTTER} y={acheBase - ACHE_HEIGHT - 6} className="chart-ember chart-halo">
                  {t('load.chart.ache', { pain: worstAche })}
                </text>
                {days.map(({ date, worstPain }, index) =>
                  worstPain === null || worstPain === 0 ? null : (
                    <rect
                      key={date}
                      x={x(index) - Math.max(0.6, step * 0.44)}
                      y={acheBase - (worstPain / acheTop) * ACHE_HEIGHT}
                      width={Math.max(1.2, step * 0.88)}
                      height={(worstPain / acheTop) * ACHE_HEIGHT}
                      fill="var(--ember-fill)"
                    />
                  ),
                )}
                <line x1={GUTTER} x2={width} y1={acheBase} y2={acheBase} stroke="var(--ember)" />
              </g>
            )}
          </svg>
        </div>
      </ChartFrame>
    </section>
  );
}

/** Words about as wide as this keep inside the picture. */
const LETTER_PX = 7;

/** Room between a label and the line it keeps off. */
const LABEL_GAP_PX = 6;

function LongestLabel({
  text,
  x,
  y,
  width,
  keepOff,
}: {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Where a line stands that the label must not cross. */
  keepOff: number | null;
}) {
  const letters = text.length * LETTER_PX;
  const start = Math.min(Math.max(x - letters / 2, GUTTER), Math.max(GUTTER, width - letters));
  const crosses = keepOff !== null && start < keepOff && keepOff < start + letters;
  const before = (keepOff ?? 0) - LABEL_GAP_PX - letters;
  const after = (keepOff ?? 0) + LABEL_GAP_PX;
  const fitsBefore = before >= GUTTER;
  const fitsAfter = after + letters <= width;
  const beside = fitsBefore && (x <= (keepOff ?? 0) || !fitsAfter) ? before : fitsAfter ? after : start;
  return (
    <text x={crosses ? beside : start} y={Math.max(12, y)} className="chart-strong chart-halo">
      {text}
    </text>
  );
}

function OnsetLine({ x, to, text, width }: { x: number; to: number; text: string; width: number }) {
  const fits = x + 8 + text.length * LETTER_PX < width;
  return (
    <g>
      <line x1={x} x2={x} y1={4} y2={to} stroke="var(--ember)" strokeWidth="1.6" />
      <text x={fits ? x + 7 : x - 7} y={15} textAnchor={fits ? 'start' : 'end'} className="chart-ember">
        {text}
      </text>
    </g>
  );
}
