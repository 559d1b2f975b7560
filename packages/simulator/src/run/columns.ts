/** Collects a simulated recording second by second and gives it back as columns. */

const NAMES = [
  'timeS',
  'distanceM',
  'heightM',
  'speedMps',
  'cadenceSpm',
  'heartRateBpm',
  'contactMs',
  'oscillationMm',
  'stepLengthM',
  'balancePct',
] as const;
type Name = (typeof NAMES)[number];

/** One second. What does not arise then (contact time of a walk) is NaN. */
export type Second = Readonly<Record<Name, number>>;
export type Columns = Readonly<Record<Name, Float64Array>>;

/** Room for this many seconds to begin with: a bit over an hour. */
const FIRST_ROOM = 4096;

/** An empty recording. */
export function collectColumns() {
  let room = FIRST_ROOM;
  let length = 0;
  const columns = Object.fromEntries(NAMES.map((name) => [name, new Float64Array(room)])) as Record<
    Name,
    Float64Array
  >;
  const grow = (): void => {
    room *= 2;
    for (const name of NAMES) {
      const larger = new Float64Array(room);
      larger.set(columns[name]);
      columns[name] = larger;
    }
  };
  let lastHeartRateBpm = Number.NaN;
  const add = (second: Second): void => {
    if (length === room) grow();
    for (const name of NAMES) columns[name][length] = second[name];
    lastHeartRateBpm = second.heartRateBpm;
    length += 1;
  };
  return {
    add,
    /** Standing still while the recorder goes on: no step, no speed, hence none of what a step has. */
    stand: (fromS: number, forS: number, distanceM: number, heightM: number): void => {
      for (let i = 0; i < forS; i++) {
        add({
          timeS: fromS + i,
          distanceM,
          heightM,
          speedMps: 0,
          cadenceSpm: 0,
          heartRateBpm: lastHeartRateBpm,
          contactMs: Number.NaN,
          oscillationMm: Number.NaN,
          stepLengthM: Number.NaN,
          balancePct: Number.NaN,
        });
      }
    },
    done: (): Columns =>
      Object.fromEntries(NAMES.map((name) => [name, columns[name].slice(0, length)])) as Columns,
  };
}
