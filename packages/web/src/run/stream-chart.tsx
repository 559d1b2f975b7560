/** Every stream of a run, one under the other, read together by one cursor: mouse, touch or arrow keys. */
import 'uplot/dist/uPlot.min.css';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import uPlot from 'uplot';
import type { RunDetail } from '../api/types.ts';
import {
  indexAt,
  rowTicks,
  type StreamKey,
  type StreamPicture,
  type StreamRow,
} from '../chart/stream-rows.ts';
import { roundTicks } from '../chart/ticks.ts';
import type { Format } from '../format/format.ts';
import { useFormat } from '../format/use-format.ts';
import { ChartFrame } from '../ui/chart-frame.tsx';
import { useTheme } from '../ui/use-theme.ts';
import { useWidth } from '../ui/use-width.ts';

const TOP = 34;
const TITLE = 24;
const PLOT = 74;
const GAP = 14;
const ROW = TITLE + PLOT + GAP;
const FOOT = 52;
const LABELS = 50;
/** A key press moves this far: metres or seconds. */
const STEP = { distance: 50, time: 15 } as const;
const PAGE_STEPS = 10;
/** Rows of the table: one for each of so many parts of the run. */
const TABLE_PARTS = 20;
const TAG_PX = 60;
const S_PER_MIN = 60;
const M_PER_KM = 1000;

const textOf = (key: StreamKey, value: number, format: Format): string =>
  key === 'pace' ? format.pace(value) : key === 'altitude' ? format.climb(value) : format.number(value);

/** Row units in one unit shown: pace is kept by the kilometre and altitude in metres. */
function shownIn(key: StreamKey, format: Format): number {
  if (key === 'pace') return M_PER_KM / format.fromUnit(1);
  return key === 'altitude' ? format.climbUnitM : 1;
}

/** Where a value stands in its row, pixels from the row's top. */
function py(row: StreamRow, value: number): number {
  const share = (value - row.range[0]) / (row.range[1] - row.range[0]);
  return (row.inverted ? share : 1 - share) * PLOT;
}

/** Canvas cannot read custom properties: the page's own inks, read once for each palette. */
type InkOf = { readonly ink: string; readonly water: string };

function inksOfPage(): InkOf {
  const style = getComputedStyle(document.documentElement);
  const ink = (name: string): string => style.getPropertyValue(name).trim();
  return { ink: ink('--ink'), water: ink('--water') };
}

function usePaletteInks(): InkOf {
  const theme = useTheme();
  const [inks, setInks] = useState(() => ({ theme, inkOf: inksOfPage() }));
  if (inks.theme !== theme) setInks({ theme, inkOf: inksOfPage() });
  return inks.inkOf;
}

function RowPlot({
  row,
  x,
  width,
  inkOf,
}: {
  row: StreamRow;
  x: readonly number[];
  width: number;
  inkOf: InkOf;
}) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = ref.current;
    if (element === null || width <= 0) return undefined;
    const line = row.key === 'kneeLoad' ? inkOf.water : inkOf.ink;
    const xs = x as number[];
    const values = row.values as (number | null)[];
    const edge: uPlot.Series = { stroke: 'transparent', width: 0, points: { show: false } };
    const drawn: uPlot.Series = {
      stroke: line,
      width: row.key === 'kneeLoad' ? 2 : 1.6,
      points: { show: false },
    };
    const [low, high] = row.range;
    const plot = new uPlot(
      {
        width,
        height: PLOT,
        padding: [0, 0, 0, 0],
        // Lines between pixels: whole ones turn a slope into stairs.
        pxAlign: 0,
        legend: { show: false },
        cursor: { show: false },
        axes: [{ show: false }, { show: false }],
        scales: {
          x: { time: false, range: [x[0] ?? 0, x.at(-1) ?? 1] },
          y: { range: [low, high], dir: row.inverted ? -1 : 1 },
        },
        series: row.band === null ? [{}, drawn] : [{}, edge, edge, drawn],
        // 16 % of the row's own hue: one standard deviation on either side.
        bands:
          row.band === null ? [] : [{ series: [2, 1], fill: `color-mix(in srgb, ${line} 16%, transparent)` }],
      },
      row.band === null
        ? [xs, values]
        : [xs, row.band.low as (number | null)[], row.band.high as (number | null)[], values],
      element,
    );
    return () => plot.destroy();
  }, [row, x, width, inkOf]);
  return <div ref={ref} className="stream-plot" />;
}

export function StreamChart({
  run,
  picture,
  at,
  onMove,
}: {
  run: RunDetail;
  picture: StreamPicture;
  at: number | null;
  onMove: (index: number | null) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const inkOf = usePaletteInks();
  const [ref, width] = useWidth<HTMLDivElement>();
  const [focused, setFocused] = useState(false);
  const { x, rows, along, shaded } = picture;
  const from = x[0] ?? 0;
  const to = x.at(-1) ?? 1;
  const plotWidth = Math.max(0, width - LABELS);
  const px = (value: number): number => ((value - from) / Math.max(to - from, 1e-9)) * plotWidth;
  const rowTop = (index: number): number => TOP + index * ROW;
  const base = TOP + rows.length * ROW;
  const height = base + FOOT;
  const onset = run.checkIns.find(({ when, onsetM }) => when === 'during' && onsetM !== null);
  const onsetX = onset?.onsetM == null || along !== 'distance' || onset.onsetM > to ? null : px(onset.onsetM);

  const place = (value: number): string =>
    along === 'distance' ? format.distance(value, 2) : format.duration(value);
  const readings = (index: number): string =>
    rows
      .map((row) => {
        const value = row.values[index] ?? null;
        return `${t(`stream.${row.key}`)} ${value === null ? t('stream.notRunning') : textOf(row.key, value, format)}`;
      })
      .join(', ');
  const valueText = at === null ? t('stream.noCursor') : `${place(x[at] ?? 0)}: ${readings(at)}`;

  const moveTo = (value: number): void => onMove(indexAt(x, Math.min(to, Math.max(from, value))));
  const onPointer = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    moveTo(from + ((event.clientX - box.left) / Math.max(1, plotWidth)) * (to - from));
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = STEP[along];
    const here = at === null ? from : (x[at] ?? from);
    const next: Readonly<Record<string, number>> = {
      ArrowRight: here + step,
      ArrowUp: here + step,
      ArrowLeft: here - step,
      ArrowDown: here - step,
      PageUp: here + PAGE_STEPS * step,
      PageDown: here - PAGE_STEPS * step,
      Home: from,
      End: to,
    };
    const value = next[event.key];
    if (value === undefined) return;
    event.preventDefault();
    moveTo(value);
  };

  const inUnits = (value: number): number =>
    along === 'distance' ? format.inUnit(value) : value / S_PER_MIN;
  const xTicks = axisTicks(inUnits(from), inUnits(to));
  const fromUnits = (figure: number): number =>
    along === 'distance' ? format.fromUnit(figure) : figure * S_PER_MIN;
  const tagLeft = at === null ? 0 : px(x[at] ?? 0);
  const flip = tagLeft > plotWidth - TAG_PX - 12;

  return (
    <ChartFrame
      message={t('stream.message', {
        place: place(to),
        rows: rows.map(({ key }) => t(`stream.${key}`)).join(', '),
      })}
      words={inWords(rows, format, t)}
      hint={t(along === 'distance' ? 'stream.hintDistance' : 'stream.hintTime', { count: rows.length })}
      table={() => ({
        head: [
          t(along === 'distance' ? 'table.distance' : 'table.time'),
          ...rows.map(({ key }) => t(`stream.${key}`)),
        ],
        rows: Array.from({ length: TABLE_PARTS + 1 }, (_, part) => {
          const index = indexAt(x, from + ((to - from) * part) / TABLE_PARTS);
          return [
            place(x[index] ?? 0),
            ...rows.map((row) => {
              const value = row.values[index] ?? null;
              return value === null ? t('stream.notRunning') : textOf(row.key, value, format);
            }),
          ];
        }),
      })}
      overlay={
        <div
          className="stream-cursor"
          style={{ width: plotWidth, height }}
          role="slider"
          tabIndex={0}
          aria-label={t('stream.cursor')}
          aria-valuemin={0}
          aria-valuemax={Math.round(inUnits(to) * 100) / 100}
          aria-valuenow={Math.round(inUnits(at === null ? from : (x[at] ?? from)) * 100) / 100}
          aria-valuetext={valueText}
          onPointerMove={onPointer}
          onPointerDown={onPointer}
          onPointerLeave={(event) => {
            if (event.pointerType === 'mouse' && !focused) onMove(null);
          }}
          onKeyDown={onKey}
          onFocus={() => setFocused(true)}
          onBlur={() => {
            setFocused(false);
            onMove(null);
          }}
        >
          {at !== null && (
            <>
              <span className="cursor-line" style={{ left: tagLeft, top: TOP, height: base - TOP }} />
              {rows.map((row, index) => {
                const value = row.values[at] ?? null;
                if (value === null) return null;
                const y = rowTop(index) + TITLE + Math.min(PLOT, Math.max(0, py(row, value)));
                return (
                  <span key={row.key}>
                    <span className="cursor-dot" style={{ left: tagLeft, top: y }} />
                    <span
                      className="cursor-tag"
                      style={
                        flip
                          ? { right: plotWidth - tagLeft + 10, top: y - 13 }
                          : { left: tagLeft + 10, top: y - 13 }
                      }
                    >
                      {textOf(row.key, value, format)}
                    </span>
                  </span>
                );
              })}
              <span
                className="cursor-tag cursor-place"
                style={{ left: Math.min(Math.max(tagLeft, 34), plotWidth - 34), top: base + 26 }}
              >
                {place(x[at] ?? 0)}
              </span>
            </>
          )}
        </div>
      }
    >
      <div ref={ref} className="streams" style={{ height }}>
        <svg className="stream-under" width={width} height={height} aria-hidden="true">
          {shaded.map(([start, end]) => (
            <rect
              key={start}
              x={px(start)}
              y={TOP}
              width={Math.max(1, px(end) - px(start))}
              height={base - TOP}
              fill="var(--sunken)"
            />
          ))}
          {rows.map((row, index) =>
            rowTicks(row, shownIn(row.key, format)).map((tick) => (
              <g key={`${row.key} ${tick}`}>
                <line
                  x1="0"
                  x2={plotWidth}
                  y1={rowTop(index) + TITLE + py(row, tick)}
                  y2={rowTop(index) + TITLE + py(row, tick)}
                  stroke="var(--line)"
                />
                <text x={width} y={rowTop(index) + TITLE + py(row, tick) + 4} textAnchor="end">
                  {textOf(row.key, tick, format)}
                </text>
              </g>
            )),
          )}
          {onsetX !== null && onset?.onsetM != null && (
            <>
              <line x1={onsetX} x2={onsetX} y1={TOP - 12} y2={base} stroke="var(--ember)" strokeWidth="1.8" />
              <text
                x={onsetX > plotWidth / 2 ? onsetX - 6 : onsetX + 6}
                y={TOP - 14}
                textAnchor={onsetX > plotWidth / 2 ? 'end' : 'start'}
                className="chart-ember"
              >
                {t('stream.ache', { pain: onset.pain, distance: format.distance(onset.onsetM) })}
              </text>
            </>
          )}
          {rows.map((row, index) => (
            <text key={row.key} x="0" y={rowTop(index) + 16} className="stream-title chart-halo">
              {t(`stream.${row.key}`)}
              <tspan className="stream-unit" dx="7">
                {t(`stream.unit.${row.key}`, { unit: format.unit })}
              </tspan>
            </text>
          ))}
          <line x1="0" x2={plotWidth} y1={base} y2={base} stroke="var(--line-strong)" />
          {xTicks.map((tick, index) => (
            <g key={tick}>
              <line
                x1={px(fromUnits(tick))}
                x2={px(fromUnits(tick))}
                y1={base}
                y2={base + 5}
                stroke="var(--line-strong)"
              />
              <text x={px(fromUnits(tick))} y={base + 19} textAnchor={tick === 0 ? 'start' : 'middle'}>
                {format.number(tick, Number.isInteger(tick) ? 0 : 1)}
                {index === xTicks.length - 1 ? ` ${along === 'distance' ? format.unit : t('unit.min')}` : ''}
              </text>
            </g>
          ))}
          {shaded
            .filter(([start, end]) => px(end) - px(start) > 56)
            .map(([start, end]) => (
              <text key={start} x={(px(start) + px(end)) / 2} y={base - PLOT / 2} textAnchor="middle">
                {t('stream.walked')}
              </text>
            ))}
        </svg>
        {rows.map((row, index) => (
          <div key={row.key} className="stream-place" style={{ top: rowTop(index) + TITLE }}>
            <RowPlot row={row} x={x} width={plotWidth} inkOf={inkOf} />
          </div>
        ))}
      </div>
    </ChartFrame>
  );
}

/** Round figures along the bottom, more than the three a y axis may have. */
function axisTicks(from: number, to: number): number[] {
  if (!(to > from)) return [from];
  const third = (to - from) / 2;
  const [a = 0, b = a + third] = roundTicks([from, from + third], 'number');
  const step = b > a ? b - a : third;
  const ticks: number[] = [];
  for (let tick = Math.ceil(from / step) * step; tick <= to + 1e-9; tick += step)
    ticks.push(Math.round(tick * 1000) / 1000);
  return ticks;
}

const mean = (some: readonly number[]): number =>
  some.reduce((sum, value) => sum + value, 0) / Math.max(1, some.length);

function inWords(
  rows: readonly StreamRow[],
  format: Format,
  t: (key: string, figures: Record<string, string>) => string,
): string {
  return rows
    .flatMap((row) => {
      const known = row.values.filter((value) => value !== null);
      if (known.length === 0) return [];
      const half = Math.ceil(known.length / 2);
      return [
        t('stream.words', {
          name: t(`stream.${row.key}`, {}),
          unit: t(`stream.unit.${row.key}`, { unit: format.unit }),
          mean: textOf(row.key, mean(known), format),
          first: textOf(row.key, mean(known.slice(0, half)), format),
          second: textOf(row.key, mean(known.slice(half)), format),
        }),
      ];
    })
    .join(' ');
}
