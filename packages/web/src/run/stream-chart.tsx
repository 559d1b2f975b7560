/** Every stream of a run, one under the other, read together by one cursor: mouse, touch or arrow keys. */
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunDetail } from '../api/types.ts';
import { indexAt, rowTicks, type StreamPicture, type StreamRow } from '../chart/stream-rows.ts';
import { SoftEdge } from '../chart/soft-edge.tsx';
import { axisTicks } from '../chart/ticks.ts';
import type { Place } from '../form/fading-place.ts';
import { useFormat } from '../format/use-format.ts';
import { ChartFrame } from '../ui/chart-frame.tsx';
import { useWidth } from '../ui/use-width.ts';
import { shownIn, streamsInWords, streamText } from '../words/stream-words.ts';
import { PLOT, RowPlot, usePaletteInks } from './row-plot.tsx';

/** Room over the rows for the label of the ache, and of where form went; none where there is none. */
const LABEL_LINE = 26;
const TITLE = 24;
const GAP = 14;
const ROW = TITLE + PLOT + GAP;
const FOOT = 52;
const LABELS = 50;
/** A key press moves this far: of the runner's unit of distance, or seconds. */
const STEP = { distance: 0.05, time: 15 } as const;
const PAGE_STEPS = 10;
/** Rows of the table: one for each of so many parts of the run. */
const TABLE_PARTS = 20;
const TAG_PX = 60;
const S_PER_MIN = 60;

/** Where a value stands in its row, pixels from the row's top. */
function py(row: StreamRow, value: number): number {
  const share = (value - row.range[0]) / (row.range[1] - row.range[0]);
  return (row.inverted ? share : 1 - share) * PLOT;
}

export function StreamChart({
  run,
  picture,
  fading,
  at,
  onMove,
}: {
  run: RunDetail;
  picture: StreamPicture;
  /** Where form perhaps went, metres; null: nowhere, or it cannot be told. */
  fading: Place | null;
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
  const onset = run.checkIns.find(({ when, onsetM }) => when === 'during' && onsetM !== null);
  const onsetX = onset?.onsetM == null || along !== 'distance' || onset.onsetM > to ? null : px(onset.onsetM);
  const fades = along === 'distance' ? fading : null;
  const top = (onsetX === null ? 0 : LABEL_LINE) + (fades === null ? 0 : LABEL_LINE);
  const rowTop = (index: number): number => top + index * ROW;
  const base = top + rows.length * ROW;
  const height = base + FOOT;

  const place = (value: number): string =>
    along === 'distance' ? format.distance(value, 2) : format.duration(value);
  const readings = (index: number): string =>
    rows
      .map((row) => {
        const value = row.values[index] ?? null;
        return `${t(`stream.${row.key}`)} ${value === null ? t('stream.notRunning') : streamText(row.key, value, format)}`;
      })
      .join(', ');
  const valueText = at === null ? t('stream.noCursor') : `${place(x[at] ?? 0)}: ${readings(at)}`;

  const moveTo = (value: number): void => onMove(indexAt(x, Math.min(to, Math.max(from, value))));
  const onPointer = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    moveTo(from + ((event.clientX - box.left) / Math.max(1, plotWidth)) * (to - from));
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = along === 'distance' ? format.fromUnit(STEP.distance) : STEP.time;
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
      words={streamsInWords(rows, format, t)}
      hint={
        <>
          {t('stream.hint', { count: rows.length })}
          <span className="keys-only">
            {' '}
            {along === 'distance'
              ? t('stream.keysDistance', {
                  step:
                    format.units === 'km'
                      ? format.climb(format.fromUnit(STEP.distance))
                      : format.distance(format.fromUnit(STEP.distance), 2),
                })
              : t('stream.keysTime', { seconds: STEP.time })}
          </span>
        </>
      }
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
              return value === null ? t('stream.notRunning') : streamText(row.key, value, format);
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
              <span className="cursor-line" style={{ left: tagLeft, top: top, height: base - top }} />
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
                      {streamText(row.key, value, format)}
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
              y={top}
              width={Math.max(1, px(end) - px(start))}
              height={base - top}
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
                  {streamText(row.key, tick, format)}
                </text>
              </g>
            )),
          )}
          {fades !== null && (
            <>
              <SoftEdge
                from={px(fades.low)}
                at={px(fades.at)}
                to={px(Math.min(fades.high, to))}
                y={top}
                height={base - top}
                strength={0.2}
              />
              <line
                x1={px(fades.at)}
                x2={px(fades.at)}
                y1={14}
                y2={base}
                stroke="var(--ink)"
                strokeDasharray="2 4"
                strokeWidth="1.5"
              />
              <text
                x={px(fades.at) > plotWidth / 2 ? px(fades.at) - 6 : px(fades.at) + 6}
                y={14}
                textAnchor={px(fades.at) > plotWidth / 2 ? 'end' : 'start'}
                className="chart-strong chart-halo"
              >
                {t('stream.fades', { place: format.distance(fades.at) })}
              </text>
            </>
          )}
          {onsetX !== null && onset?.onsetM != null && (
            <>
              <line x1={onsetX} x2={onsetX} y1={top - 8} y2={base} stroke="var(--ember)" strokeWidth="1.8" />
              <text
                x={onsetX > plotWidth / 2 ? onsetX - 6 : onsetX + 6}
                y={top - 10}
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
