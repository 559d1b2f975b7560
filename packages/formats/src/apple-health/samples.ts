/**
 * Sensor readings of a health export, kept small: an export lists them all, a whole day's heart rate too, before the
 * workouts that say which of them count. Eleven bytes each; the export gives whole seconds.
 */

/** What the export holds that a run's track has room for. */
export const KINDS = [
  'heartRate',
  'speed',
  'stepLength',
  'contact',
  'oscillation',
  'power',
  'steps',
  'distance',
] as const;
export type Kind = (typeof KINDS)[number];

/** Readings that are held: ten years of a watch are some ten million. Our choice; 176 MB. */
export const MOST_SAMPLES = 16_000_000;
const BLOCK = 65_536;
const LONGEST_S = 65_535;
/** Sources by name; a phone, its watches and some apps. The rest count as one. */
export const MOST_SOURCES = 255;

interface Block {
  readonly startS: Uint32Array;
  readonly lengthS: Uint16Array;
  readonly value: Float32Array;
  readonly source: Uint8Array;
}

const newBlock = (): Block => ({
  startS: new Uint32Array(BLOCK),
  lengthS: new Uint16Array(BLOCK),
  value: new Float32Array(BLOCK),
  source: new Uint8Array(BLOCK),
});

/** A reading over a stretch of time; seconds since 1970. An instant has length 0. */
export interface Sample {
  readonly startS: number;
  readonly lengthS: number;
  readonly value: number;
  readonly source: number;
}

export interface Samples {
  /** @returns false where no more are held */
  add(kind: Kind, startS: number, lengthS: number, value: number, source: number): boolean;
  count(kind: Kind): number;
  at(kind: Kind, index: number): Sample;
  startAt(kind: Kind, index: number): number;
  lengthAt(kind: Kind, index: number): number;
}

export function newSamples(most = MOST_SAMPLES): Samples {
  const blocks = Object.fromEntries(KINDS.map((kind) => [kind, [] as Block[]])) as Record<Kind, Block[]>;
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
  let all = 0;
  const blockOf = (kind: Kind, index: number): Block => {
    const block = blocks[kind][Math.floor(index / BLOCK)];
    if (block === undefined) throw new RangeError(`index must be below ${counts[kind]}, got ${index}`);
    return block;
  };
  return {
    add(kind, startS, lengthS, value, source) {
      if (all >= most) return false;
      const index = counts[kind]++;
      if (index % BLOCK === 0) blocks[kind].push(newBlock());
      const block = blockOf(kind, index);
      const at = index % BLOCK;
      block.startS[at] = startS;
      block.lengthS[at] = Math.min(lengthS, LONGEST_S);
      block.value[at] = value;
      block.source[at] = source;
      all++;
      return true;
    },
    count: (kind) => counts[kind],
    at(kind, index) {
      const block = blockOf(kind, index);
      const at = index % BLOCK;
      return {
        startS: block.startS[at] ?? 0,
        lengthS: block.lengthS[at] ?? 0,
        value: block.value[at] ?? Number.NaN,
        source: block.source[at] ?? 0,
      };
    },
    startAt: (kind, index) => blockOf(kind, index).startS[index % BLOCK] ?? 0,
    lengthAt: (kind, index) => blockOf(kind, index).lengthS[index % BLOCK] ?? 0,
  };
}

/** A stretch of time, seconds since 1970. */
export interface Stretch {
  readonly fromS: number;
  readonly toS: number;
}

/**
 * For each stretch the readings of one kind that touch it, by index, in the order they came. Stretches may overlap;
 * a reading then counts in each.
 */
export function within(samples: Samples, kind: Kind, stretches: readonly Stretch[]): Uint32Array[] {
  const order = stretches
    .map((_, i) => i)
    .sort((a, b) => (stretches[a]?.fromS ?? 0) - (stretches[b]?.fromS ?? 0));
  const from = Float64Array.from(order, (i) => stretches[i]?.fromS ?? 0);
  /** The latest end of all stretches up to this one: none before it can reach farther. */
  const reach = new Float64Array(order.length);
  let far = -Infinity;
  order.forEach((i, at) => (reach[at] = far = Math.max(far, stretches[i]?.toS ?? 0)));

  const each = (visit: (stretch: number, index: number) => void): void => {
    for (let index = 0; index < samples.count(kind); index++) {
      const startS = samples.startAt(kind, index);
      const endS = startS + samples.lengthAt(kind, index);
      let low = 0;
      let high = order.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((from[middle] ?? 0) <= endS) low = middle + 1;
        else high = middle;
      }
      for (let at = low - 1; at >= 0 && (reach[at] ?? 0) >= startS; at--) {
        const stretch = order[at] ?? 0;
        if ((stretches[stretch]?.toS ?? 0) >= startS) visit(stretch, index);
      }
    }
  };
  const counts = new Uint32Array(stretches.length);
  each((stretch) => (counts[stretch] = (counts[stretch] ?? 0) + 1));
  const found = Array.from(counts, (count) => new Uint32Array(count));
  const filled = new Uint32Array(stretches.length);
  each((stretch, index) => {
    const at = filled[stretch] ?? 0;
    const list = found[stretch];
    if (list !== undefined) list[at] = index;
    filled[stretch] = at + 1;
  });
  return found;
}
