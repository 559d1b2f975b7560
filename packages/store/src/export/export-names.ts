/** Names for files of an export that any disk takes: no way out of the folder, nothing twice. */

/** Windows takes none of these; control characters could act on a terminal. */
const NOT_EVERYWHERE = /[<>:"|?*\p{Cc}]/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** Of one part of a path; disks take 255 bytes. Letters. Our choice. */
const LONGEST_PART = 80;

function safePart(part: string): string {
  const clean = part.replaceAll(NOT_EVERYWHERE, '_').replace(/[. ]+$/, '');
  const letters = Array.from(clean);
  const short =
    letters.length <= LONGEST_PART
      ? clean
      : `${letters.slice(0, LONGEST_PART - 21).join('')}~${letters.slice(-20).join('')}`;
  return RESERVED.test(short) ? `_${short}` : short;
}

/** Disks may not tell capitals from small letters, nor one way to write an ü from another. */
const alike = (name: string): string => name.normalize('NFC').toLowerCase();

/** `run.fit.gz` and 2 make `run (2).fit.gz`. */
function numbered(part: string, number: number): string {
  if (number === 1) return part;
  const dot = part.indexOf('.', 1);
  return dot < 0 ? `${part} (${number})` : `${part.slice(0, dot)} (${number})${part.slice(dot)}`;
}

/** Remembers what it gave. */
export function exportNames(): (path: string) => string {
  const files = new Set<string>();
  const folders = new Set<string>();
  return (path) => {
    const parts = path
      .replaceAll('\\', '/')
      .replaceAll('!/', '/')
      .split('/')
      .map(safePart)
      .filter((part) => part !== '');
    const last = parts.pop() ?? 'unnamed';
    let within = '';
    const place = (part: string, isFree: (name: string) => boolean): string => {
      let number = 1;
      while (!isFree(alike(within + numbered(part, number)))) number++;
      return within + numbered(part, number);
    };
    for (const part of parts) {
      const folder = place(part, (name) => !files.has(name));
      folders.add(alike(folder));
      within = `${folder}/`;
    }
    const file = place(last, (name) => !files.has(name) && !folders.has(name));
    files.add(alike(file));
    return file;
  };
}
