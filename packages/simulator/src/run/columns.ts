/** Collects a simulated recording second by second and gives it back as columns. */

/** One second. What does not arise then (contact time of a walk) is NaN. */
export interface Second {
  readonly timeS: number;
  readonly distanceM: number;
  readonly heightM: number;
  readonly speedMps: number;
  readonly cadenceSpm: number;
  readonly heartRateBpm: number;
  readonly contactMs: number;
  readonly oscillationMm: number;
  readonly stepLengthM: number;
  readonly balancePct: number;
}
export type Columns = Readonly<Record<keyof Second, Float64Array>>;

/** An empty recording. */
export function collectColumns() {
  const seconds: Second[] = [];
  const column = (of: (second: Second) => number): Float64Array => {
    const values = new Float64Array(seconds.length);
    for (let i = 0; i < seconds.length; i++) values[i] = of(seconds[i] as Second);
    return values;
  };
  return {
    add: (second: Second): void => {
      seconds.push(second);
    },
    /** Standing still while the recorder goes on: no step, no speed, hence none of what a step has. */
    stand: (fromS: number, forS: number, distanceM: number, heightM: number): void => {
      const heartRateBpm = seconds.at(-1)?.heartRateBpm ?? Number.NaN;
      for (let i = 0; i < forS; i++) {
        seconds.push({
          timeS: fromS + i,
          distanceM,
          heightM,
          speedMps: 0,
          cadenceSpm: 0,
          heartRateBpm,
          contactMs: Number.NaN,
          oscillationMm: Number.NaN,
          stepLengthM: Number.NaN,
          balancePct: Number.NaN,
        });
      }
    },
    done: (): Columns => ({
      timeS: column(({ timeS }) => timeS),
      distanceM: column(({ distanceM }) => distanceM),
      heightM: column(({ heightM }) => heightM),
      speedMps: column(({ speedMps }) => speedMps),
      cadenceSpm: column(({ cadenceSpm }) => cadenceSpm),
      heartRateBpm: column(({ heartRateBpm }) => heartRateBpm),
      contactMs: column(({ contactMs }) => contactMs),
      oscillationMm: column(({ oscillationMm }) => oscillationMm),
      stepLengthM: column(({ stepLengthM }) => stepLengthM),
      balancePct: column(({ balancePct }) => balancePct),
    }),
  };
}
