/**
 * Strava's `activities.csv`: one line an activity, with its name, kind, gear and the file that holds its samples.
 * Each line becomes an activity of which only totals are known; the store joins it to the file, whichever came first.
 */
import type { ReadActivity, ReadResult, Warning } from '../read-result.ts';
import { refusal, refuse, withWarning } from '../read/refuse.ts';
import { type CsvEnd, csvFeed } from '../table/csv.ts';
import { fileKey } from '../table/file-key.ts';
import { listedActivity } from '../table/listed-activity.ts';
import { columnsByName, columnsByPlace, type StravaColumns, tableNumber } from './columns.ts';
import { type DayOrder, orderTold, stravaDateMs } from './dates.ts';
import { stravaSport } from './sport-type.ts';

/** Lines of one table: fifty years of eleven activities a day. Our choice. */
export const MOST_LISTED = 200_000;
/** Lines by which a table of an unknown language is told. Our choice. */
const TELLING_ROWS = 200;
const M_PER_KM = 1000;
const M_PER_MILE = 1609.344;
/** A ratio of metres to what is shown within this of a unit is that unit; shown values have two decimals. Our choice. */
const UNIT_WITHIN = 0.05;
/** Shorter distances say little of their unit: two decimals. Our choice. */
const UNIT_FROM_M = 1000;
/** Longest line of gear or name that is kept. */
const NOTHING = '';

export interface TableSink {
  write(bytes: Uint8Array): void;
  end(): ReadResult;
}

/** What is kept of a line until the whole table is known: the order of days and the unit are told by all of it. */
type Line = Readonly<Record<'date' | 'name' | 'type' | 'file' | 'gear', string>> &
  Readonly<Record<'elapsed' | 'moving' | 'shown' | 'metres' | 'ascent' | 'descent', number>>;

function lineOf(row: readonly string[], at: StravaColumns): Line {
  const text = (column: number): string => row[column] ?? NOTHING;
  const number = (column: number): number => tableNumber(text(column));
  return {
    date: text(at.date),
    name: text(at.name),
    type: text(at.type),
    file: text(at.file),
    gear: text(at.gear),
    elapsed: number(at.elapsed),
    moving: number(at.moving),
    shown: number(at.shownDistance),
    metres: number(at.distanceM),
    ascent: number(at.ascent),
    descent: number(at.descent),
  };
}

/** Metres in one unit of the distances shown, as the lines that state both tell; null where none does. */
function shownUnitM(lines: readonly Line[], at: StravaColumns): number | null {
  if (at.shownIsMetres) return 1;
  let votes = 0;
  for (const { shown, metres } of lines) {
    if (!(shown > 0 && metres >= UNIT_FROM_M)) continue;
    const ratio = metres / shown;
    if (Math.abs(ratio / M_PER_KM - 1) < UNIT_WITHIN) votes++;
    else if (Math.abs(ratio / M_PER_MILE - 1) < UNIT_WITHIN) votes--;
  }
  return votes > 0 ? M_PER_KM : votes < 0 ? M_PER_MILE : null;
}

/** The one order of day and month that the table tells; null where it tells none, or both. */
function orderOf(lines: readonly Line[]): DayOrder | 'untold' | null {
  let order: DayOrder | null = null;
  let open = false;
  for (const { date } of lines) {
    const told = orderTold(date);
    if (told === null) continue;
    if (told === 'open') open = true;
    else if (order !== null && order !== told) return 'untold';
    else order = told;
  }
  return order === null && open ? 'untold' : order;
}

const UNIT_ASSUMED: Warning = {
  code: 'unit-assumed',
  text: 'The table states distances without their unit; they were taken as kilometres, as Strava exports of most accounts have them.',
};

const kindUnknown = (type: string): Warning => ({
  code: 'sport-not-known',
  text: `The table calls it “${type.trim().slice(0, 60)}”, a kind that is not known here; it does not count as a run.`,
});

const unread = (count: number): Warning => ({
  code: 'rows-left-out',
  text: `${count.toLocaleString('en')} lines of the table state no date or no duration that could be read; they were left out.`,
});

/** What the table's end says, beside its lines. */
const damageOf = (end: CsvEnd): Warning | null =>
  end.kind === 'complete'
    ? null
    : {
        code: 'truncated',
        text: `The table is damaged in line ${end.row} (a quote that is not closed, or endless text); what stood before it was read.`,
      };

function activityOf(
  line: Line,
  order: DayOrder | null,
  unitM: number | null,
  gearIsShoe: boolean,
): ReadActivity | null {
  const kind = stravaSport(line.type);
  const warnings: Warning[] = [];
  if (kind === null && line.type.trim() !== '') warnings.push(kindUnknown(line.type));
  const shownM = line.shown * (unitM ?? M_PER_KM);
  const hasMetres = line.metres >= 0;
  if (!hasMetres && unitM === null && shownM > 0) warnings.push(UNIT_ASSUMED);
  return listedActivity(
    {
      startAtMs: stravaDateMs(line.date, order),
      utcOffsetMin: null,
      sport: kind?.sport ?? 'unknown',
      subSport: kind?.subSport ?? null,
      name: line.name,
      shoe: gearIsShoe && kind?.sport !== 'cycling' && kind?.sport !== 'e_biking' ? line.gear : null,
      file: line.file.trim() === '' ? null : fileKey(line.file.trim()),
      elapsedS: line.elapsed,
      movingS: line.moving,
      distanceM: hasMetres ? line.metres : shownM,
      ascentM: line.ascent,
      descentM: line.descent,
    },
    warnings,
  );
}

export function stravaActivities(): TableSink {
  let header: readonly string[] | null = null;
  let at: StravaColumns | null = null;
  /** Rows of a language that is told by its first lines. */
  let early: string[][] = [];
  const lines: Line[] = [];
  let tooMany = false;
  let read = true;

  function settle(): void {
    if (header === null || at !== null) return;
    at = columnsByPlace(header, early);
    if (at !== null) for (const row of early) lines.push(lineOf(row, at));
    early = [];
  }
  const feed = csvFeed((row) => {
    if (header === null) {
      header = row;
      at = columnsByName(row);
      return;
    }
    if (lines.length >= MOST_LISTED) tooMany = true;
    else if (at !== null) lines.push(lineOf(row, at));
    else {
      early.push(row);
      if (early.length === TELLING_ROWS) {
        settle();
        read = at !== null;
      }
    }
  });

  function result(end: CsvEnd): ReadResult {
    if (tooMany)
      return refuse('too-large', `The table lists more than ${MOST_LISTED.toLocaleString('en')} activities.`);
    if (header === null || at === null) {
      const why =
        end.kind === 'complete'
          ? ''
          : ` In line ${end.row} it stops being one: too many columns, or text without end.`;
      return refuse(
        'unknown-table',
        `This is no list of activities of a Strava archive: its columns are others.${why}`,
        0,
      );
    }
    const order = orderOf(lines);
    if (order === 'untold') {
      const reason =
        'Its dates have day and month as numbers, and nothing in the table says which is which; export it again with the account set to English.';
      return refuse('ambiguous-dates', reason);
    }
    const unitM = shownUnitM(lines, at);
    const activities = lines
      .map((line) => activityOf(line, order, unitM, true))
      .filter((activity) => activity !== null);
    if (activities.length === 0)
      return {
        ok: false,
        refusal: refusal(
          'no-activity',
          'The table lists no activity with a date and a duration that can be read.',
        ),
      };
    const left = lines.length - activities.length;
    const damage = damageOf(end);
    let all: ReadResult = { ok: true, activities };
    if (left > 0) all = withWarning(all, unread(left));
    return damage === null ? all : withWarning(all, damage);
  }

  return {
    write(bytes) {
      if (read) read = feed.write(bytes) && read;
    },
    end() {
      const end = feed.end();
      settle();
      return result(end);
    },
  };
}
