/** Two or three round values within a range. */

const STEPS = { number: [1, 2, 5], time: [5, 10, 15, 30, 60, 120, 300, 600] } as const;
/** Lines a chart may have. */
const MOST = 3;

function numberStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return (STEPS.number.find((step) => step * power >= least) ?? 10) * power;
}

/** @param range low below high */
export function roundTicks([low, high]: readonly [number, number], kind: 'number' | 'time'): number[] {
  if (!(high > low)) throw new RangeError(`range must rise, got ${low} to ${high}`);
  const inside = (step: number): number[] => {
    const first = Math.ceil(low / step);
    const last = Math.floor(high / step);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step);
  };
  let step = kind === 'time' ? STEPS.time[0] : numberStep((high - low) / 10);
  let ticks = inside(step);
  // Steps only grow, so this ends once few enough are inside.
  while (ticks.length > MOST) {
    const next = kind === 'time' ? STEPS.time.find((one) => one > step) : undefined;
    step = next ?? (kind === 'time' ? step * 2 : numberStep(step * 1.01));
    ticks = inside(step);
  }
  return ticks;
}

/** Figures along the bottom are at most so many steps apart. */
const MOST_STEPS = 9;
/** A run whose first distance is a few metres still begins at nought: this share of a step is rounding. */
const NEAR = 0.05;

/** Round figures along the bottom, more than the three a y axis may have: three to ten. */
export function axisTicks(from: number, to: number): number[] {
  if (!(to > from)) return [from];
  const step = numberStep((to - from) / MOST_STEPS);
  const ticks: number[] = [];
  // Adding nought turns −0 into 0.
  for (let tick = Math.ceil(from / step - NEAR) * step + 0; tick <= to + 1e-9; tick += step)
    ticks.push(Math.round(tick * 1000) / 1000);
  return ticks;
}
