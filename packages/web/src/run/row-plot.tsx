/** One stream drawn by uPlot: the line, and its band of one standard deviation where it is modelled. */
import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import type { StreamRow } from '../chart/stream-rows.ts';
import { useTheme } from '../ui/use-theme.ts';

/** Height of every row's plot, pixels. */
export const PLOT = 74;

/** Canvas cannot read custom properties: the page's own inks, read once for each palette. */
export type InkOf = { readonly ink: string; readonly water: string };

function inksOfPage(): InkOf {
  const style = getComputedStyle(document.documentElement);
  const ink = (name: string): string => style.getPropertyValue(name).trim();
  return { ink: ink('--ink'), water: ink('--water') };
}

export function usePaletteInks(): InkOf {
  const theme = useTheme();
  const [inks, setInks] = useState(() => ({ theme, inkOf: inksOfPage() }));
  if (inks.theme !== theme) setInks({ theme, inkOf: inksOfPage() });
  return inks.inkOf;
}

export function RowPlot({
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
