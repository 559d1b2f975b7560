/** A place that may lie anywhere within: darkest where it is likeliest, fading to both ends. */
import { useId } from 'react';

/** @param from, at, to pixels along the axis, rising; never narrower than three pixels */
export function SoftEdge({
  from,
  at,
  to,
  y,
  height,
  strength = 0.5,
}: {
  from: number;
  at: number;
  to: number;
  y: number;
  height: number;
  strength?: number;
}) {
  const id = useId();
  const width = Math.max(3, to - from);
  return (
    <>
      <linearGradient id={id}>
        <stop offset="0" stopColor="var(--ink)" stopOpacity="0" />
        <stop
          offset={Math.min(1, Math.max(0, (at - from) / width))}
          stopColor="var(--ink)"
          stopOpacity={strength}
        />
        <stop offset="1" stopColor="var(--ink)" stopOpacity="0" />
      </linearGradient>
      <rect x={from} y={y} width={width} height={height} fill={`url(#${id})`} />
    </>
  );
}
