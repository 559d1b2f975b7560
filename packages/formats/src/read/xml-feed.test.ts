import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { codesOf, onlyActivity, readText, refusalOf } from '../testing/read-text.ts';
import { gpxTrack, gpxXml, running } from '../testing/write-xml.ts';
import { DEEPEST_XML, LONGEST_XML_TEXT, MOST_REPAIRS } from './limits.ts';
import { readBytes } from './read-source.ts';
import { xmlFeed, type XmlEnd } from './xml-feed.ts';

const RUN = gpxXml(gpxTrack([running(20)], '<name>Läufe</name><type>running</type>'));

/** Everything a document says, one line a call. */
function heard(text: string | Uint8Array, pieceBytes = Infinity): { lines: string[]; end: XmlEnd } {
  const lines: string[] = [];
  const feed = xmlFeed({
    open: (name, attributes, parent) =>
      lines.push(
        `${parent}<${name} ${Object.entries(attributes)
          .map(([key, value]) => `${key}=${value}`)
          .join(' ')}>`,
      ),
    close: (name, inside, parent) => lines.push(`${parent}</${name}> ${inside.trim()}`),
  });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += pieceBytes)
    feed.write(bytes.subarray(at, Math.min(bytes.length, at + pieceBytes)));
  return { lines, end: feed.end() };
}

const nameIn = (bytes: Uint8Array): string | null => onlyActivity(readBytes(bytes, 'a.gpx')).recording.name;

describe('the XML feed', () => {
  it('tells elements without their prefixes, with attributes, text and parents', () => {
    const { lines, end } = heard(
      '<?xml version="1.0"?><a:x y="1 &lt; 2"><!-- no --><b>one<![CDATA[ <two>]]> &amp; &#x33;</b><c/></a:x>',
    );
    assert.deepEqual(
      lines,
      ['<x y=1 < 2>', 'x<b >', 'x</b> one <two> & 3', 'x<c >', 'x</c>', '</x>'].map((line) =>
        line.endsWith('>') && line.includes('</') ? `${line} ` : line,
      ),
    );
    assert.equal(end.kind, 'complete');
  });

  it('tells the same for pieces of any size', () => {
    const whole = heard(RUN);
    for (const size of [1, 2, 3, 7, 64]) assert.deepEqual(heard(RUN, size), whole);
  });

  it('reads spaces and line ends before the declaration, and a byte order mark', () => {
    for (const before of ['\n          ', '\uFEFF', '\uFEFF\r\n']) {
      assert.deepEqual(codesOf(onlyActivity(readText(before + RUN, 'a.gpx'))), []);
    }
  });

  it('decodes UTF-16 by its mark and other encodings by their declaration', () => {
    assert.equal(nameIn(Buffer.from(`\uFEFF${RUN}`, 'utf16le')), 'Läufe');
    assert.equal(nameIn(Buffer.from(RUN.replace('"1.0"', '"1.0" encoding="ISO-8859-1"'), 'latin1')), 'Läufe');
    const odd = readText(RUN.replace('"1.0"', '"1.0" encoding="x-klingon"'), 'a.gpx');
    assert.equal(refusalOf(odd).code, 'xml-encoding');
  });

  it('decodes UTF-16 without a mark, and by its bytes a UTF-8 that declares UTF-16', () => {
    const little = Buffer.from(RUN, 'utf16le');
    assert.equal(nameIn(little), 'Läufe');
    assert.equal(nameIn(Buffer.from(little).swap16()), 'Läufe');
    for (const encoding of ['utf-16', 'UTF-16LE', 'UTF16', 'ISO-10646-UCS-2', 'utf-32', 'unicode']) {
      const declared = RUN.replace('"1.0"', `"1.0" encoding="${encoding}"`);
      assert.equal(nameIn(Buffer.from(declared)), 'Läufe', encoding);
      assert.equal(nameIn(Buffer.from(declared, 'utf16le')), 'Läufe', encoding);
    }
  });

  it('refuses a document that declares entities, as entity bombs do', () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>' +
      '<gpx><trk><name>&c;</name></trk></gpx>';
    const why = refusalOf(readText(bomb, 'a.gpx'));
    assert.equal(why.code, 'xml-doctype');
    assert.equal(why.byteOffset, 21);
    const external = '<!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/passwd">]><gpx>&x;</gpx>';
    assert.equal(refusalOf(readText(external, 'a.gpx')).code, 'xml-doctype');
  });

  it('passes over a document type without entities', () => {
    onlyActivity(readText(RUN.replace('<gpx', '<!DOCTYPE gpx><gpx'), 'a.gpx'));
  });

  it('passes over characters that XML forbids in a title, and says so', () => {
    const text = RUN.replace('Läufe', 'a\u0001b &nbsp; c');
    assert.deepEqual(codesOf(onlyActivity(readText(text, 'a.gpx'))), ['xml-repaired']);
  });

  it('keeps the points before a place that is not XML, and says where it is', () => {
    const at = RUN.lastIndexOf('<trkpt');
    const activity = onlyActivity(readText(`${RUN.slice(0, at)}<trkpt lat="5"<<<`, 'a.gpx'));
    assert.equal(activity.recording.track.timeS.length, 19);
    assert.deepEqual(codesOf(activity), ['truncated']);
    const offset = Number(/byte (\d+)/.exec(activity.warnings[0]?.text ?? '')?.[1]);
    // The place is behind the first sign that cannot be; the ä before it takes two bytes.
    assert.equal(offset, at + '<trkpt lat="5"<'.length + 1);
  });

  it('reads on past slips that leave the structure sound, and counts those in what it tells', () => {
    const slips: readonly (readonly [text: string, tells: string, repaired: number])[] = [
      ['<a>Run & Swim &amp; Bike</a>', '</a> Run & Swim & Bike', 1],
      ['<a>R&D; &;</a>', '</a> R&D; &;', 2],
      ['<a><![CDATA[Run & Swim &amp;]]></a>', '</a> Run & Swim &amp;', 0],
      ['<a>x<!-- & --></a>', '</a> x', 0],
      ['<a>x<!-- -- --></a>', '</a> x', 1],
      ['<a>&#0;</a>', '</a> &#0;', 1],
      ['<a>]]></a>', '</a> ]]>', 1],
      ['<a b="1"c="2">x</a>', '</a> x', 1],
      ['<?xml encoding="utf-8"?><a>x</a>', '</a> x', 1],
    ];
    for (const [text, tells, repaired] of slips) {
      const { lines, end } = heard(text);
      assert.equal(lines.at(-1), tells);
      assert.ok(end.kind === 'complete' && repaired > 0 === end.repaired > 0, text);
    }
    assert.equal(heard('<a b="Run & Swim &lt;"/>').lines[0], '<a b=Run & Swim <>');
  });

  it('ends at faults where the structure is at stake, and says at which byte', () => {
    const faults: readonly (readonly [before: string, after: string])[] = [
      ['<a></b>', ''],
      ['<a><b></a>', '</b>'],
      ['<a/><b/', '>'],
      ['x<', 'a/>'],
      ['<ä/>x', ''],
      ['</a>', ''],
      ['<a b>', '</a>'],
      ['<a b=c', '></a>'],
      ['<ä b="<', '"></ä>'],
      ['<a <', 'b></a>'],
      ['<a b/', ' c></a>'],
      ['<1', 'a/>'],
      ['< ', 'a/>'],
      ['<a><!x></a> ', '          '],
      ['<a/><!DOCTYPE', ' a>'],
    ];
    for (const [before, after] of faults) {
      const { end } = heard(before + after);
      assert.ok(end.kind === 'damaged', before + after);
      assert.equal(end.byteOffset, Buffer.byteLength(before), before + after);
    }
  });

  it('tells the same, or finds the same fault, however any document is cut into pieces', () => {
    const bits = fc.constantFrom(
      '<a>',
      '</a>',
      '<b:c d="1 &amp; 2">',
      '</b:c>',
      '<e/>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?f g?>',

      '&',
      '&lt;',
      '&#65;',
      '&x;',
      ';',
      '<',
      '>',
      '"',
      '/',
      ' ',
      '\r',
      '\n',
      'ä',
      '🏃',
      '\u0001',
      'h',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (parts, size) => {
        const text = `<a>${parts.join('')}`;
        const [whole, cut] = [heard(text), heard(text, size)];
        assert.deepEqual(cut.lines, whole.lines);
        // Text outside of the root is found at its end or at that of a piece: the byte may differ.
        assert.equal(cut.end.kind, whole.end.kind);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses elements more than 64 deep, and text of more than 4 MiB', () => {
    assert.equal(heard('<a>'.repeat(DEEPEST_XML) + '</a>'.repeat(DEEPEST_XML)).end.kind, 'complete');
    const deep = heard('<a>'.repeat(DEEPEST_XML + 1)).end;
    assert.equal(deep.kind === 'refused' ? deep.refusal.code : deep.kind, 'xml-too-deep');
    const below = heard(`<a>${' '.repeat(LONGEST_XML_TEXT - 10)}</a>`).end;
    assert.equal(below.kind, 'complete');
    const long = heard(`<a>${' '.repeat(LONGEST_XML_TEXT + 10)}`, 1 << 20).end;
    assert.equal(long.kind === 'refused' ? long.refusal.code : long.kind, 'xml-too-long');
  });

  it('reads over 10,000 slips, and ends as damaged at the next', () => {
    for (const [slip, bytes] of [
      ['\u0001', 1],
      ['&x;', 3],
    ] as const) {
      const upTo = heard(`<a>${slip.repeat(MOST_REPAIRS)}</a>`).end;
      assert.deepEqual(upTo, { kind: 'complete', repaired: MOST_REPAIRS });
      const over = heard(`<a>${slip.repeat(MOST_REPAIRS + 1)}${slip.repeat(2_000_000)}</a>`).end;
      assert.ok(over.kind === 'damaged' && over.detail.startsWith(`more than ${MOST_REPAIRS} `));
      assert.equal(over.byteOffset, 3 + (MOST_REPAIRS + 1) * bytes);
    }
  });

  it('keeps the points before a flood of slips', () => {
    const flood = `${RUN.slice(0, RUN.lastIndexOf('<trkpt'))}<name>${'\u0001'.repeat(20_000)}</name>`;
    const activity = onlyActivity(readText(flood, 'a.gpx'));
    assert.equal(activity.recording.track.timeS.length, 19);
    assert.deepEqual(codesOf(activity), ['truncated']);
  });

  it('is truncated without a root, damaged with two', () => {
    assert.equal(heard('').end.kind, 'truncated');
    assert.equal(heard('<a></a><b></b>').end.kind, 'damaged');
    assert.equal(heard('<a><b></a>').end.kind, 'damaged');
  });
});
