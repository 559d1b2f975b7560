/** What a name promises and what the first bytes are. */
import { utf16Of } from './xml-encoding.ts';

export type FileKind = 'fit' | 'tcx' | 'gpx';

/** By the ending, with or without `.gz`, in either case; null for any other. */
export function kindOfName(name: string): FileKind | 'zip' | null {
  const ending = /\.(?:(fit|tcx|gpx)(?:\.gz)?|(zip))$/i.exec(name);
  return ((ending?.[1] ?? ending?.[2])?.toLowerCase() as FileKind | 'zip' | undefined) ?? null;
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
