/**
 * Strava's `shoes.csv`: name, brand and model of each pair, in that order in every language. Activities name their
 * gear by one of these.
 */
import type { ListedShoe } from '../read-result.ts';
import { refuse } from '../read/refuse.ts';
import { csvFeed } from '../table/csv.ts';
import { shortName } from '../table/listed-activity.ts';
import type { TableSink } from './activities-table.ts';

/** Pairs of one runner. Our choice. */
const MOST_SHOES = 10_000;
/** Name, brand, model, and in later exports the kinds of sport. */
const COLUMNS = { least: 3, most: 6 } as const;

export function stravaShoes(): TableSink {
  const shoes: ListedShoe[] = [];
  let header: readonly string[] | null = null;
  const fits = (): boolean =>
    header !== null && header.length >= COLUMNS.least && header.length <= COLUMNS.most;
  const feed = csvFeed((row) => {
    if (header === null) {
      header = row;
      return;
    }
    const [name = null, brand = null, model = null] = row;
    const [itsBrand, itsModel] = [shortName(brand), shortName(model)];
    // A pair without a name of its own goes by what it is.
    const itsName =
      shortName(name) ?? shortName([itsBrand, itsModel].filter((word) => word !== null).join(' '));
    if (itsName !== null && shoes.length < MOST_SHOES)
      shoes.push({ name: itsName, brand: itsBrand, model: itsModel });
  });
  let read = true;
  return {
    write(bytes) {
      if (read) read = feed.write(bytes) && (header === null || fits());
    },
    end() {
      feed.end();
      if (!fits())
        return refuse(
          'unknown-table',
          'This is no list of shoes of a Strava archive: its columns are others.',
          0,
        );
      return { ok: true, activities: [], shoes };
    },
  };
}
