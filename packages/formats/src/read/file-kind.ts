/** What a name promises and what the first bytes are. */
import { utf16Of } from './xml-encoding.ts';

export type FileKind = 'fit' | 'tcx' | 'gpx';
/** Lists of archives: Strava's tables, Garmin's summaries. */
export type ListKind = 'strava-activities' | 'strava-shoes' | 'garmin-activities';

const LISTS: readonly (readonly [ListKind, RegExp])[] = [
  [
    'strava-activities',
    /^(?:activities|aktivitäten|activités|actividades|atividades|attività|activiteiten)[^/\\]*\.csv$/i,
  ],
  ['strava-shoes', /^(?:shoes|schuhe|chaussures|zapatillas|calçados|scarpe|schoenen)[^/\\]*\.csv$/i],
  ['garmin-activities', /summarizedActivities[^/\\]*\.json$/i],
];

const lastPart = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** A list of an archive, by its name; null for any other. */
export function listOfName(path: string): ListKind | null {
  const name = lastPart(path).normalize('NFC').replace(/\.gz$/i, '');
  return LISTS.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

/** Whether it speaks of files that lie beside it. */
export const isList = (path: string): boolean => listOfName(path) !== null;

/** By the name, with or without `.gz`, in either case; null for any other. An XML may be of a health export. */
export function kindOfName(name: string): FileKind | ListKind | 'xml' | 'zip' | null {
  const ending = /\.(?:(fit|tcx|gpx)(?:\.gz)?|(zip|xml))$/i.exec(name);
  const kind = (ending?.[1] ?? ending?.[2])?.toLowerCase() as FileKind | 'zip' | 'xml' | undefined;
  return kind ?? listOfName(name);
}

/** Whether bytes are those of FIT (its mark at 8), of XML (a `<` after spaces), or of a zip; null for others. */
export function kindOfBytes(head: Uint8Array): 'fit' | 'xml' | 'zip' | null {
  if (head.length >= 12 && head[8] === 0x2e && head[9] === 0x46 && head[10] === 0x49 && head[11] === 0x54)
    return 'fit';
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return 'zip';
  if (utf16Of(head) !== null) return 'xml';
  let at = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  while (at < head.length && (head[at] ?? 0) <= 32 && head[at] !== 0) at++;
  return head[at] === 0x3c ? 'xml' : null;
}
