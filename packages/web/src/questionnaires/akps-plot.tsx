/** Scores over time: a head on a stalk each, with its figure and its day. */
import './akps.css';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../format/format.ts';
import { useFormat } from '../format/use-format.ts';
import { bringWords } from '../i18n/i18n.ts';
import { ChartFrame } from '../ui/chart-frame.tsx';
import { useWidth } from '../ui/use-width.ts';
import type { Filled } from './api.ts';
import { lollipops } from './lollipops.ts';
import words from './words.en.json' with { type: 'json' };

bringWords(words);

const TOP = 26;
const HEIGHT = 92;
const HEAD = 6;

const day = (one: Filled): string => dayOf(one.atMs, one.utcOffsetMin);
const y = (score: number): number => TOP + (1 - score / 100) * HEIGHT;
const base = y(0);

/** @param filled at least one, oldest first */
export function AkpsPlot({ filled }: { filled: readonly Filled[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [ref, width] = useWidth<HTMLDivElement>();
  const placed = lollipops(filled, width);
  const last = filled.at(-1);
  const first = filled[0];
  const message =
    last === undefined || first === undefined
      ? ''
      : t(filled.length === 1 ? 'akps.plot.one' : 'akps.plot.message', {
          first: first.score,
          from: format.date(day(first)),
          last: last.score,
          to: format.date(day(last)),
        });
  return (
    <ChartFrame
      message={message}
      words={`${message} ${last?.change ? t(`akps.means.${last.change.means}`, { points: Math.abs(last.change.points) }) : ''}`.trim()}
      table={() => ({
        head: [t('table.day'), t('akps.score'), t('akps.change')],
        rows: filled.map((one) => [
          `${format.date(day(one))}, ${format.time(one.atMs, one.utcOffsetMin)}`,
          String(one.score),
          one.change === null ? '–' : format.number(one.change.points),
        ]),
      })}
    >
      <div ref={ref} className="akps-plot">
        <svg width={width} height={base + 28} aria-hidden="true">
          <line x1="0" x2={width} y1={base} y2={base} stroke="var(--line-strong)" />
          {placed.map(({ one, x, named }) => (
            <g key={one.id}>
              <line x1={x} x2={x} y1={base} y2={y(one.score)} stroke="var(--ink-3)" strokeWidth="1.6" />
              <circle cx={x} cy={y(one.score)} r={HEAD} fill="var(--ink)" />
              {named && (
                <>
                  <text x={x} y={y(one.score) - 12} textAnchor="middle" className="chart-strong akps-figure">
                    {one.score}
                  </text>
                  <text x={x} y={base + 19} textAnchor="middle">
                    {format.shortDate(day(one))}
                  </text>
                </>
              )}
            </g>
          ))}
        </svg>
      </div>
    </ChartFrame>
  );
}
