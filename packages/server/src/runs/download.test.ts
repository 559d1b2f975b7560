import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { attachment } from './download.ts';

describe('download of an original file', () => {
  it('is named as the file was, without its folders', () => {
    assert.equal(
      attachment('export.zip!/activities/12084417.gpx'),
      `attachment; filename="12084417.gpx"; filename*=UTF-8''12084417.gpx`,
    );
    assert.equal(
      attachment('C:\\Läufe\\Sonntag "lang".fit'),
      `attachment; filename="Sonntag _lang_.fit"; filename*=UTF-8''Sonntag%20%22lang%22.fit`,
    );
  });
  it('never breaks out of its header, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (path) => {
        assert.match(attachment(path), /^attachment; filename="[\w .()-]*"; filename\*=UTF-8''[\w.!~%-]*$/);
      }),
    );
  });
});
