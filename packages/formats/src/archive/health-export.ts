/**
 * Which XML of an Apple Health export is which, by how it begins: the export is named in the language of the phone,
 * and beside it lies the same once more for clinics, which holds no workout.
 */

/** The root stands behind a document type of ten kilobytes, which names it at once. Our choice. Bytes */
export const XML_HEAD_BYTES = 4096;

/** @returns null for any other XML */
export function healthXml(head: Uint8Array): 'health' | 'clinical' | null {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, XML_HEAD_BYTES)).toString(
    'latin1',
  );
  if (/<!DOCTYPE\s+HealthData\b|<HealthData[\s>]/.test(text)) return 'health';
  return /<ClinicalDocument[\s>]/.test(text) ? 'clinical' : null;
}

export interface HealthXml<T> {
  readonly folder: string;
  readonly which: 'health' | 'clinical' | null;
  readonly found: T;
}

/** Those worth reading: the exports; the clinical copy only where it lies alone, so that somebody says what lacks. */
export function worthReading<T>(all: readonly HealthXml<T>[]): T[] {
  const withExport = new Set(all.filter(({ which }) => which === 'health').map(({ folder }) => folder));
  return all
    .filter(({ which, folder }) => which === 'health' || (which === 'clinical' && !withExport.has(folder)))
    .map(({ found }) => found);
}
