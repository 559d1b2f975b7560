/**
 * Training weeks before an injury, and weeks before none: rows of Lövdal et al. 2021 (10.34894/UWU9PV, CC0), each the
 * sums of three weeks. A row holds no more than those 21 days: what was built over longer windows gave the label away.
 */

export interface TrainingWeeks {
  /** The 21 days, latest week first. */
  readonly weeks: readonly [Week, Week, Week];
  /** Every figure of the row as the file has it, 38 of them. */
  readonly all: readonly number[];
  /** Null where the file does not say who it was. */
  readonly athlete: string | null;
  readonly injured: boolean;
}

export interface Week {
  readonly sessions: number;
  readonly km: number;
  /** Kilometres above zone 2: Z3, Z4, Z5, T1, T2. */
  readonly hardKm: number;
  /** Sessions with effort in Z5, T1 or T2. */
  readonly toughSessions: number;
  readonly strengthSessions: number;
  /** Longest day, km; the files leave it out for the latest week. */
  readonly longestKm: number | null;
}

const COLUMNS = {
  sessions: 'nr. sessions',
  km: 'total kms',
  hardKm: 'total km Z3-Z4-Z5-T1-T2',
  toughSessions: 'nr. tough sessions (effort in Z5, T1 or T2)',
  strengthSessions: 'nr. strength trainings',
} as const;
const LONGEST = 'max km one day';
const ATHLETE = 'Athlete ID';
const INJURY = 'injury';
/** What is no figure of the training itself. */
const NOT_TRAINING: ReadonlySet<string> = new Set([ATHLETE, INJURY, 'Date']);
/** Weeks are told apart by what stands behind a column's name; the latest has nothing. */
const SUFFIXES = ['', '.1', '.2'] as const;

/** Fields of a line; a name in quotes may hold commas. */
const cellsOf = (line: string): string[] =>
  Array.from(line.matchAll(/"([^"]*)"|([^,]+)/gu), ([, quoted, plain]) => quoted ?? plain ?? '');

/**
 * Reads a table of training weeks. The −0.01 that stands for rest is 0 km.
 * @throws RangeError where a column is missing or a cell holds no number, so that a changed file is noticed
 */
export function readTrainingWeeks(csv: string): TrainingWeeks[] {
  const [head = '', ...lines] = csv.trim().split(/\r?\n/u);
  const places = new Map(cellsOf(head).map((name, i) => [name, i]));
  return lines.map((line) => {
    const cells = cellsOf(line);
    const number = (name: string): number => {
      const place = places.get(name);
      if (place === undefined) throw new RangeError(`column ${name} must be in the table, got none`);
      const value = Number(cells[place]);
      if (!Number.isFinite(value)) throw new RangeError(`${name} must be a number, got ${cells[place]}`);
      return Math.max(0, value);
    };
    const week = (suffix: (typeof SUFFIXES)[number]): Week => ({
      sessions: number(COLUMNS.sessions + suffix),
      km: number(COLUMNS.km + suffix),
      hardKm: number(COLUMNS.hardKm + suffix),
      toughSessions: number(COLUMNS.toughSessions + suffix),
      strengthSessions: number(COLUMNS.strengthSessions + suffix),
      longestKm: places.has(LONGEST + suffix) ? number(LONGEST + suffix) : null,
    });
    return {
      weeks: [week(SUFFIXES[0]), week(SUFFIXES[1]), week(SUFFIXES[2])],
      all: [...places.keys()].filter((name) => !NOT_TRAINING.has(name)).map(number),
      athlete: places.has(ATHLETE) ? String(number(ATHLETE)) : null,
      injured: number(INJURY) > 0,
    };
  });
}
