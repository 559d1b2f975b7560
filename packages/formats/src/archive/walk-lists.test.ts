import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Found } from '../source.ts';
import { folderWith } from '../testing/folder-with.ts';
import { gpxTrack, gpxXml, running } from '../testing/write-xml.ts';
import { writeZip } from '../testing/write-zip.ts';
import { walk } from './walk.ts';

const RUN = gpxXml(gpxTrack([running(30)]));

async function found(path: string): Promise<Found[]> {
  const all: Found[] = [];
  for await (const each of walk([path])) all.push(each);
  return all;
}

describe('a walk over lists and health exports', () => {
  const LIST =
    'Activity ID,Activity Date,Activity Type,Filename,Elapsed Time,Distance\n1,2024-05-01 06:00:00,Run,,60,0.2\n';
  const HEALTH =
    '<?xml version="1.0"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData ANY>\n]>\n<HealthData locale="de_DE"></HealthData>';
  const CLINICAL = '<?xml version="1.0"?>\n<ClinicalDocument xmlns="urn:hl7-org:v3"></ClinicalDocument>';
  const parts = [
    { name: 'activities.csv', data: LIST },
    { name: 'activities/9.gpx', data: RUN },
    { name: 'apple_health_export/exportación.xml', data: HEALTH },
    { name: 'apple_health_export/export_cda.xml', data: CLINICAL },
    { name: 'apple_health_export/workout-routes/route.gpx', data: RUN },
    { name: 'followers.csv', data: 'Follower\nx' },
    { name: 'settings.xml', data: '<settings/>' },
  ];
  const met = [
    'activities/9.gpx',
    'apple_health_export/workout-routes/route.gpx',
    'activities.csv',
    'apple_health_export/exportación.xml',
  ];

  it('meets lists after the files they speak of, exports in any language, and no other table or XML', async (t) => {
    const folder = folderWith(t, { 'a.zip': writeZip(parts) });
    const all = await found(join(folder, 'a.zip'));
    assert.deepEqual(
      all.map((one) => (one.kind === 'file' ? one.file.path : one.path).split('!/')[1]),
      met,
    );
    const unpacked = folderWith(t, Object.fromEntries(parts.map(({ name, data }) => [name, data])));
    const inFolder = await found(unpacked);
    assert.deepEqual(
      inFolder
        .map((one) => (one.kind === 'file' ? one.file.path : one.path).slice(unpacked.length + 1))
        .toSorted(),
      met.toSorted(),
    );
  });
  it('meets the clinical copy only where it lies alone', async (t) => {
    const folder = folderWith(t, {
      'x/export_cda.xml': CLINICAL,
      'a.zip': writeZip([{ name: 'x/export_cda.xml', data: CLINICAL }]),
    });
    assert.equal((await found(folder)).length, 2);
  });
});
