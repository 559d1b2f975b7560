/** An archive of a million refused entries is told in a hundred lines and a sum. */
import type { Found } from '../source.ts';
import { MOST_REFUSALS } from '../read/limits.ts';
import { refusal } from '../read/refuse.ts';

/**
 * The same finds, of each code no more than the first 100 refusals; then one refusal of the archive a code, which
 * says how many more there were.
 * @param name of the archive, zips inside it included
 */
export async function* sumRefusals(found: AsyncIterable<Found>, name: string): AsyncGenerator<Found> {
  const counts = new Map<string, number>();
  for await (const each of found) {
    if (each.kind === 'refused') {
      const count = (counts.get(each.refusal.code) ?? 0) + 1;
      counts.set(each.refusal.code, count);
      if (count > MOST_REFUSALS) continue;
    }
    yield each;
  }
  for (const [code, count] of counts) {
    if (count <= MOST_REFUSALS) continue;
    const more = (count - MOST_REFUSALS).toLocaleString('en');
    const reason = `Besides the ${MOST_REFUSALS} that are named, ${more} more of its entries were refused with “${code}”.`;
    yield { kind: 'refused', path: name, refusal: refusal(code, reason) };
  }
}
