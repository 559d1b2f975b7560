/** A run's streams in words: figures as they are shown, and each stream's halves. */
import type { StreamKey, StreamRow } from '../chart/stream-rows.ts';
import type { Format } from '../format/format.ts';

const M_PER_KM = 1000;

/** A stream's value as the runner reads it, without the unit that stands in the row's title. */
export const streamText = (key: StreamKey, value: number, format: Format): string =>
  key === 'pace' ? format.pace(value) : key === 'altitude' ? format.climb(value) : format.number(value);

/** Row units in one unit shown: pace is kept by the kilometre and altitude in metres. */
export function shownIn(key: StreamKey, format: Format): number {
  if (key === 'pace') return M_PER_KM / format.fromUnit(1);
  return key === 'altitude' ? format.climbUnitM : 1;
}

const mean = (some: readonly number[]): number =>
  some.reduce((sum, value) => sum + value, 0) / Math.max(1, some.length);

/** Mean of the run and of its halves, one sentence a stream; a stream without values is silent. */
export function streamsInWords(
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
          mean: streamText(row.key, mean(known), format),
          first: streamText(row.key, mean(known.slice(0, half)), format),
          second: streamText(row.key, mean(known.slice(half)), format),
        }),
      ];
    })
    .join(' ');
}
