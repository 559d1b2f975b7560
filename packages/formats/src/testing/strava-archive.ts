/** Strava archives made for tests: the table as accounts of several languages get it. */

export interface StravaRow {
  readonly id: number;
  /** Epoch milliseconds. */
  readonly atMs: number;
  readonly name?: string;
  /** In the language of the account. */
  readonly type?: string;
  readonly elapsedS: number;
  readonly movingS?: number;
  readonly distanceM?: number;
  readonly gear?: string;
  readonly file?: string;
}

export interface StravaLanguage {
  readonly header: readonly string[];
  readonly run: string;
  readonly date: (atMs: number) => string;
  /** How distances are shown. */
  readonly shown: (distanceM: number) => string;
}

const dated = (
  language: string,
  options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'medium' },
) => {
  const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  return (atMs: number): string => format.format(atMs);
};
const km = (distanceM: number): string => (distanceM / 1000).toFixed(2);
const decimalComma = (distanceM: number): string => km(distanceM).replace('.', ',');
const numeric: Intl.DateTimeFormatOptions = {
  day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit',
}; // prettier-ignore

const words = (text: string): string[] => text.split(',');

/** Headers of English, German, Dutch and Finnish accounts, the last one in words that no list here knows. */
export const STRAVA_LANGUAGES = {
  english: {
    header: words(
      'Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Average Speed,Elevation Gain,Elevation Loss',
    ),
    run: 'Run',
    date: dated('en-US'),
    shown: km,
  },
  miles: {
    header: words(
      'Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Average Speed,Elevation Gain,Elevation Loss',
    ),
    run: 'Run',
    date: dated('en-US'),
    shown: (distanceM) => (distanceM / 1609.344).toFixed(2),
  },
  german: {
    header: words(
      'Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,Verstrichene Zeit,Distanz,Max. Herzfrequenz,Relative Leistung,Pendeln,Hinweis zur Privatsphäre für Aktivitäten,Aktivitätsausrüstung,Dateiname,Sportlergewicht,Fahrradgewicht,Verstrichene Zeit,Bewegungszeit,Distanz,Höchstgeschw.,Durchschnittliche Geschwindigkeit,Höhenzunahme,Höhenunterschied',
    ),
    run: 'Lauf',
    date: dated('de', numeric),
    shown: decimalComma,
  },
  dutch: {
    header: words(
      'Activiteits-ID,Datum,Naam,Soort,Beschrijving,Verstreken tijd,Afstand,Max. hartslag,Inspanning,Woon-werk,Notitie,Uitrusting,Bestand,Gewicht,Fietsgewicht,Verstreken tijd,Beweegtijd,Afstand,Max. snelheid,Gemiddelde snelheid,Hoogteverschil,Daling',
    ),
    run: 'Hardloopsessie',
    date: dated('nl'),
    shown: decimalComma,
  },
  finnish: {
    header: words(
      'Tunnus,Päivä,Nimi,Laji,Kuvaus,Aika,Matka,Syke,Rasitus,Työmatka,Muistiinpano,Varuste,Tiedosto,Paino,Pyörän paino,Aika,Liikeaika,Matka,Huippu,Keski,Nousu,Lasku',
    ),
    run: 'Juoksu',
    date: dated('fi'),
    shown: decimalComma,
  },
} as const satisfies Record<string, StravaLanguage>;

const quoted = (field: string): string => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

export function stravaTable(language: StravaLanguage, rows: readonly StravaRow[]): string {
  const lines = rows.map(({ id, atMs, name = '', type, elapsedS, movingS = elapsedS, distanceM, gear = '', file = '' }) => [
    String(id), language.date(atMs), name, type ?? language.run, '', String(elapsedS),
    distanceM === undefined ? '' : language.shown(distanceM), '', '', 'false', '', gear, file, '', '',
    elapsedS.toFixed(1), movingS.toFixed(1), distanceM === undefined ? '' : String(distanceM), '', '', '', '',
  ]); // prettier-ignore
  return [language.header, ...lines].map((line) => line.map(quoted).join(',')).join('\n');
}
