/** TCX or GPX, told apart by the root element, from bytes as they stream by. */
import { gpxReader } from '../gpx/gpx-reader.ts';
import type { ReadResult } from '../read-result.ts';
import { tcxReader } from '../tcx/tcx-reader.ts';
import { healthReader } from '../apple-health/health-reader.ts';
import { type ActivityReader, asItIs, type Settle } from './activity-reader.ts';
import { refusal, refuse, withWarning } from './refuse.ts';
import { xmlFeed, XmlStop } from './xml-feed.ts';

export interface XmlActivities {
  /** @returns false once nothing more will be read */
  write(bytes: Uint8Array): boolean;
  end(): ReadResult;
}

const READERS: Readonly<Record<string, () => ActivityReader>> = {
  TrainingCenterDatabase: tcxReader,
  gpx: gpxReader,
  HealthData: healthReader,
};

/** @param fileName may name the sport where nothing in the file does */
export function xmlActivities(fileName: string, settle: Settle = asItIs): XmlActivities {
  let reader: ActivityReader | null = null;
  const feed = xmlFeed({
    open(name, attributes, parent) {
      if (reader === null) {
        if (!Object.hasOwn(READERS, name)) {
          if (name === 'ClinicalDocument') {
            const reason =
              'This is the copy of an Apple Health export for clinics, which holds no workout; import export.xml, which lies beside it.';
            throw new XmlStop(refusal('clinical-copy', reason, 0));
          }
          const reason = `The file is XML, but its root is <${name.slice(0, 60)}>, neither TCX, GPX nor an Apple Health export.`;
          throw new XmlStop(refusal('unknown-xml', reason, 0));
        }
        reader = READERS[name]?.() ?? null;
      }
      reader?.open(name, attributes, parent);
    },
    close(name, text, parent) {
      reader?.close(name, text, parent);
    },
  });

  return {
    write: (bytes) => feed.write(bytes),
    end() {
      const end = feed.end();
      if (end.kind === 'refused') return { ok: false, refusal: end.refusal };
      if (reader === null) {
        const at = end.kind === 'complete' ? 0 : end.byteOffset;
        return refuse(
          'not-xml',
          `The file is not XML: ${end.kind === 'complete' ? 'no root' : end.detail}.`,
          at,
        );
      }
      const activities = reader.activities(fileName, settle);
      if (activities.length === 0) {
        const { code, reason } = reader.nothing();
        if (end.kind === 'complete') return refuse(code, reason);
        const what = end.kind === 'truncated' ? 'ends before its first point' : 'is not sound XML';
        return refuse(`${end.kind}-xml`, `The file ${what}: ${end.detail}.`, end.byteOffset);
      }
      const result: ReadResult = { ok: true, activities };
      if (end.kind === 'complete') {
        const text = `${end.repaired} characters that XML does not allow were passed over.`;
        return end.repaired > 0 ? withWarning(result, { code: 'xml-repaired', text }) : result;
      }
      const where = end.kind === 'truncated' ? 'The file ends early' : 'The file is damaged';
      const text = `${where} at byte ${end.byteOffset} (${end.detail}); what stood before it was read.`;
      return withWarning(result, { code: 'truncated', text });
    },
  };
}
