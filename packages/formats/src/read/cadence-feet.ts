/**
 * Steps per minute from what a TCX or GPX file calls cadence: some writers count one leg, some both.
 *
 * At running speed both feet make 140 steps a minute or more and one leg 110 or fewer, so the typical value
 * of a file tells which was counted. Walking is nearer: 45–70 a leg, 90–140 both.
 */
import type { Sport } from '@kneewise/engine';
import type { Warning } from '../read-result.ts';

/** Faster counts as running for this question. Our choice; most people change gait near 2 m/s. */
const RUNNING_FROM_MPS = 2;
/** Fewer samples at running speed than this, and the file is judged as a walk. Our choice. */
const ENOUGH_SAMPLES = 30;
/** Up to here one leg, from there both; between the two nobody can say. Steps or strides per minute, our choice. */
const RUNNING = { oneLegTo: 110, bothFrom: 120 };
const WALKING = { oneLegTo: 70, bothFrom: 85 };

/** The foot sports: elsewhere cadence counts cranks or strokes and stays as written. */
const ON_FOOT: ReadonlySet<Sport> = new Set(['running', 'walking', 'hiking']);

function middle(values: number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

/**
 * @param raw as the file says, one value a point, NaN where it says nothing
 * @param perLegByFormat true where the format defines one leg (TCX), so that doubling needs no remark
 */
export function bothFeet(
  raw: Float64Array,
  speedMps: Float64Array | null,
  sport: Sport,
  perLegByFormat: boolean,
): { readonly cadenceSpm: Float64Array; readonly warnings: readonly Warning[] } {
  if (sport === 'unknown') {
    const text =
      'No sport is stated, so whether cadence counts one leg or both cannot be told; it is kept as written.';
    return { cadenceSpm: raw, warnings: [{ code: 'cadence-unsure', text }] };
  }
  if (!ON_FOOT.has(sport)) return { cadenceSpm: raw, warnings: [] };
  const moving: number[] = [];
  const running: number[] = [];
  raw.forEach((value, i) => {
    if (!(value > 0)) return;
    moving.push(value);
    if ((speedMps?.[i] ?? 0) >= RUNNING_FROM_MPS) running.push(value);
  });
  const runs = running.length >= ENOUGH_SAMPLES || (speedMps === null && sport === 'running');
  const typical = middle(runs && running.length > 0 ? running : moving);
  const limits = runs ? RUNNING : WALKING;
  const figure = Math.round(typical);
  if (typical <= limits.oneLegTo) {
    const text = `Cadence is typically ${figure} in this file, which is one leg: it was doubled.`;
    return {
      cadenceSpm: raw.map((value) => value * 2),
      warnings: perLegByFormat ? [] : [{ code: 'cadence-doubled', text }],
    };
  }
  if (typical >= limits.bothFrom) {
    const text = `Cadence is typically ${figure} in this file, which is both feet: it was not doubled, as TCX would have it.`;
    return { cadenceSpm: raw, warnings: perLegByFormat ? [{ code: 'cadence-both-feet', text }] : [] };
  }
  const kept = perLegByFormat ? 'it was doubled, as the format defines' : 'it was kept as written';
  const text = `Cadence is typically ${figure} in this file, which could be one leg or both: ${kept}.`;
  const cadenceSpm = perLegByFormat ? raw.map((value) => value * 2) : raw;
  return { cadenceSpm, warnings: [{ code: 'cadence-unsure', text }] };
}
