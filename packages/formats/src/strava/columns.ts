/**
 * Which column of Strava's `activities.csv` holds what. The names are in the language of the account and some stand
 * twice; their order has been the same in every language, so a table whose names we do not know is read by its place:
 * counted from the left, and from the column that names the file.
 */

/** Places of the columns; -1 for one that is not there. */
export interface StravaColumns {
  readonly date: number;
  readonly name: number;
  readonly type: number;
  readonly file: number;
  readonly gear: number;
  /** Seconds; the second of the two is the exact one. */
  readonly elapsed: number;
  readonly moving: number;
  /** As the account shows distances: km, or miles; metres before 2019. */
  readonly shownDistance: number;
  /** Metres. */
  readonly distanceM: number;
  readonly ascent: number;
  readonly descent: number;
  /** Tables before July 2019 give their only distance in metres. */
  readonly shownIsMetres: boolean;
}

/** The words of each column, lower case. Those of languages besides English are from exports that people showed. */
const NAMES = {
  id: [
    'activity id',
    'id',
    'aktivitäts-id',
    "id de l'activité",
    'id de actividad',
    'id da atividade',
    'id attività',
    'activiteits-id',
  ],
  date: [
    'activity date',
    'date',
    'aktivitätsdatum',
    "date de l'activité",
    'fecha de la actividad',
    'data da atividade',
    "data dell'attività",
    'datum van activiteit',
  ],
  name: [
    'activity name',
    'name',
    'name der aktivität',
    "nom de l'activité",
    'nombre de la actividad',
    'nome da atividade',
    "nome dell'attività",
    'naam activiteit',
  ],
  type: [
    'activity type',
    'type',
    'aktivitätsart',
    "type d'activité",
    'tipo de actividad',
    'tipo de atividade',
    'tipo di attività',
    'activiteitstype',
  ],
  file: [
    'filename',
    'dateiname',
    'nom du fichier',
    'nombre de archivo',
    'nome do arquivo',
    'nome del file',
    'bestandsnaam',
  ],
  gear: ['activity gear', 'gear', 'aktivitätsausrüstung'],
  elapsed: ['elapsed time', 'elapsed_time', 'verstrichene zeit'],
  moving: ['moving time', 'bewegungszeit'],
  distance: ['distance', 'distanz', 'distancia', 'distância', 'distanza', 'afstand'],
  ascent: ['elevation gain', 'höhenzunahme'],
  descent: ['elevation loss'],
} as const;

/** How a file of an activity is named in the table. */
const FILE = /^[^"]*\.(?:fit|tcx|gpx)(?:\.gz)?$/i;

const LEFT = { date: 1, name: 2, type: 3, elapsed: 5, distance: 6 } as const;
/** Beside the file's name: gear before it, then weights of runner and bike, and the exact figures. */
const FROM_FILE = { gear: -1, elapsed: 3, moving: 4, distance: 5, ascent: 8, descent: 9 } as const;

const plain = (name: string): string => name.replaceAll('’', "'").trim().toLowerCase();

/** By the names in the header, where it has the least that is needed. */
export function columnsByName(header: readonly string[]): StravaColumns | null {
  const names = header.map(plain);
  const at = (which: keyof typeof NAMES): number =>
    names.findIndex((name) => (NAMES[which] as readonly string[]).includes(name));
  const last = (which: keyof typeof NAMES): number =>
    names.findLastIndex((name) => (NAMES[which] as readonly string[]).includes(name));
  const [id, date, type, file, elapsed, distance] = [
    at('id'),
    at('date'),
    at('type'),
    at('file'),
    last('elapsed'),
    at('distance'),
  ];
  if (id !== 0 || [date, type, file].includes(-1)) return null;
  // A language of which we know only these: the others by their place.
  if (elapsed < 0 || distance < 0) return null;
  const exact = last('distance');
  return {
    date,
    name: at('name'),
    type,
    file,
    gear: at('gear') < 0 ? file + FROM_FILE.gear : at('gear'),
    elapsed,
    moving: at('moving'),
    shownDistance: distance,
    distanceM: exact > distance ? exact : -1,
    ascent: at('ascent'),
    descent: at('descent'),
    shownIsMetres: names[0] === 'id',
  };
}

/**
 * By place, in a language we do not know.
 * @param rows some of the first rows: one of them names a file
 */
export function columnsByPlace(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): StravaColumns | null {
  const file = header.findIndex(
    (_, at) => at > LEFT.distance && rows.some((row) => FILE.test(row[at] ?? '')),
  );
  if (file < 0 || !rows.every((row) => /^\d*$/.test(row[0] ?? ''))) return null;
  const beside = (by: number): number => (file + by < header.length ? file + by : -1);
  const hasExact = beside(FROM_FILE.distance) >= 0;
  return {
    date: LEFT.date,
    name: LEFT.name,
    type: LEFT.type,
    file,
    gear: file + FROM_FILE.gear,
    elapsed: hasExact ? file + FROM_FILE.elapsed : LEFT.elapsed,
    moving: hasExact ? file + FROM_FILE.moving : -1,
    shownDistance: LEFT.distance,
    distanceM: beside(FROM_FILE.distance),
    ascent: beside(FROM_FILE.ascent),
    descent: beside(FROM_FILE.descent),
    shownIsMetres: false,
  };
}

/** Numbers as tables hold them: `9.44`, `9,44`, `1,234.5`, `1.234,5`, `1 234,5`; NaN for none. */
export function tableNumber(raw: string): number {
  const text = raw.replace(/[\s\u00A0\u202F'’]/g, '');
  if (!/^\d[\d.,]*$/.test(text)) return Number.NaN;
  const [comma, dot] = [text.lastIndexOf(','), text.lastIndexOf('.')];
  if (comma >= 0 && dot >= 0) {
    const [decimal, grouping] = comma > dot ? [',', '.'] : ['.', ','];
    return Number(text.replaceAll(grouping, '').replace(decimal, '.'));
  }
  const sign = comma >= 0 ? ',' : '.';
  // Written twice it can only part thousands.
  if (text.indexOf(sign) !== text.lastIndexOf(sign)) return Number(text.replaceAll(sign, ''));
  return Number(text.replace(sign, '.'));
}
