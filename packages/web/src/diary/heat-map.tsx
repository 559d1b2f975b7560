/** Weeks down, days across: the worst ache of each day with its number, and the knee load of the day beneath. */
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { ChartFrame } from '../ui/chart-frame.tsx';
import { useWidth } from '../ui/use-width.ts';
import { type HeatDay, heatOf } from './heat.ts';
import type { Side } from './places.ts';

const GUTTER = 62;
const TOP = 24;
const ROW = 44;
const CELL = 31;
const GAP = 4;
const BAR = 4;

/** The worst that was said in a week. */
const worstOf = (week: readonly HeatDay[]): number | null =>
  week.reduce<number | null>((worst, { pain }) => (pain === null ? worst : Math.max(worst ?? 0, pain)), null);

export function HeatMap({
  weeks,
  ceiling,
  side,
}: {
  weeks: readonly (readonly HeatDay[])[];
  ceiling: number;
  side: Side;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [ref, width] = useWidth<HTMLDivElement>();
  const step = Math.max(0, (width - GUTTER) / 7);
  const cell = Math.max(0, step - GAP);
  const days = weeks.flat();
  const fullest = Math.max(0.01, ...days.map(({ load }) => load ?? 0));
  const knee = t(`side.${side}`);
  const words = weeks
    .map((week) => {
      const worst = worstOf(week);
      const date = format.shortDate(week[0]?.date ?? '');
      const load = week.reduce((sum, day) => sum + (day.load ?? 0), 0);
      return t(worst === null ? 'diary.heat.weekSilent' : 'diary.heat.week', {
        date,
        worst,
        load: format.percent(load),
      });
    })
    .join(' ');
  const stateOf = (day: HeatDay): string =>
    day.pain === null ? t(`diary.heat.state.${day.state}`) : String(day.pain);
  return (
    <ChartFrame
      message={t('diary.heat.message', { side: knee, weeks: weeks.length })}
      words={`${t('diary.heat.message', { side: knee, weeks: weeks.length })} ${words}`}
      table={() => ({
        head: [t('table.day'), t('table.ache'), t('table.daysLoad')],
        rows: days
          .filter(({ state }) => state !== 'to-come')
          .map((day) => [
            format.date(day.date),
            stateOf(day),
            day.load === null ? t('cannotTell') : format.percent(day.load),
          ]),
      })}
    >
      <div ref={ref} className="heat-map">
        <svg width={width} height={TOP + ROW * weeks.length} aria-hidden="true">
          <defs>
            <pattern
              id="heat-hatch"
              width="7"
              height="7"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <line x1="0" x2="0" y1="0" y2="7" stroke="var(--line-strong)" strokeWidth="1.6" />
            </pattern>
          </defs>
          {weeks[0]?.map(({ date }, index) => (
            <text key={date} x={GUTTER + index * step + cell / 2} y="14" textAnchor="middle">
              {format.weekday(date).slice(0, 3)}
            </text>
          ))}
          {weeks.map((week, row) => {
            const y = TOP + row * ROW;
            return (
              <g key={week[0]?.date}>
                <text x="0" y={y + CELL / 2 + 4.5}>
                  {format.shortDate(week[0]?.date ?? '')}
                </text>
                {week.map((day, index) => {
                  const x = GUTTER + index * step;
                  const load = day.state === 'to-come' ? 0 : (day.load ?? 0);
                  return (
                    <g key={day.date}>
                      {day.state === 'before' ? (
                        <text x={x + cell / 2} y={y + CELL / 2 + 5} textAnchor="middle">
                          —
                        </text>
                      ) : (
                        <rect
                          x={x + 0.75}
                          y={y + 0.75}
                          width={Math.max(0, cell - 1.5)}
                          height={CELL - 1.5}
                          rx="7"
                          className={`heat-cell heat-${day.state} heat-fill-${day.pain === null ? 'none' : heatOf(day.pain, ceiling)}`}
                        />
                      )}
                      {(day.pain !== null || day.state === 'due') && (
                        <text
                          x={x + cell / 2}
                          y={y + CELL / 2 + 5.5}
                          textAnchor="middle"
                          className={`heat-figure ${day.pain === null ? 'heat-ink-0' : `heat-ink-${heatOf(day.pain, ceiling)}`}`}
                        >
                          {day.pain ?? '?'}
                        </text>
                      )}
                      {load > 0 && (
                        <rect
                          x={x}
                          y={y + CELL + 3}
                          width={Math.max(3, (load / fullest) * cell)}
                          height={BAR}
                          rx="2"
                          className="heat-load"
                        />
                      )}
                    </g>
                  );
                })}
              </g>
            );
          })}
        </svg>
      </div>
    </ChartFrame>
  );
}
