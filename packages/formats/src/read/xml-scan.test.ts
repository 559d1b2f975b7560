/** The scanner against saxes, a general parser: on sound documents both must hear the same. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { XmlFault } from './xml-names.ts';
import { xmlScanner } from './xml-scan.ts';

type Heard = [what: 'open' | 'close', name: string, detail: string][];

function byScanner(text: string, pieceChars = text.length): Heard {
  const heard: Heard = [];
  const scanner = xmlScanner(
    {
      open: (name, attributes) => heard.push(['open', name, JSON.stringify(Object.entries(attributes))]),
      close: (name, inside) => heard.push(['close', name, inside]),
    },
    () => undefined,
  );
  for (let at = 0; at < text.length; at += pieceChars) scanner.write(text.slice(at, at + pieceChars));
  return heard;
}

const local = (raw: string): string => raw.slice(raw.indexOf(':') + 1);

function bySaxes(text: string): Heard {
  const heard: Heard = [];
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  let inside = '';
  let leaf = false;
  parser.on('opentag', (tag) => {
    inside = '';
    leaf = true;
    heard.push(['open', local(tag.name), JSON.stringify(Object.entries(tag.attributes))]);
  });
  parser.on('text', (more) => (inside += more));
  parser.on('cdata', (more) => (inside += more));
  parser.on('closetag', (tag) => {
    heard.push(['close', local(tag.name), leaf ? inside : '']);
    inside = '';
    leaf = false;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  return heard;
}

const name = fc.constantFrom('a', 'Trackpoint', 'ns3:TPX', 'x_y-z.1', 'LatitudeDegrees', 'ä');
const words = fc.constantFrom(
  '',
  ' ',
  '\n  ',
  '1.5',
  'a &amp; b',
  '&lt;x&gt;',
  '&#65;&#x42;',
  'Läufe 🏃',
  ']] >',
  '"\'>',
);
const aside = fc.constantFrom('', '<!-- < > & -->', '<![CDATA[ <b> & ]]>', '<?go on?>');
const attribute = fc.constantFrom('', ' lat="5"', " b='&lt;'", ' c = "x > y"', '\n d="&quot;"  e=\'"\' ');
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      name,
      attribute,
      fc.array(fc.oneof({ maxDepth: 4, withCrossShrink: true }, words, aside, tie('element')), {
        maxLength: 4,
      }),
      fc.boolean(),
    )
    .map(([tag, attributes, children, short]) => {
      if (children.length === 0 && short) return `<${tag}${attributes}/>`;
      return `<${tag}${attributes}>${children.join('')}</${tag}${short ? ' ' : ''}>`;
    }),
}));
const document = fc
  .tuple(
    fc.constantFrom('', '<?xml version="1.0"?>\n'),
    fc.constantFrom('', '<!DOCTYPE a [<!ELEMENT a (b)> <!-- > -->]>'),
    element,
  )
  .map((parts) => parts.join(''));

describe('the XML scanner', () => {
  it('hears of any sound document what saxes hears', () => {
    fc.assert(
      fc.property(document, (text) => assert.deepEqual(byScanner(text), bySaxes(text))),
      { numRuns: 500 },
    );
  });

  it('hears the same in pieces of any size', () => {
    fc.assert(
      fc.property(document, fc.integer({ min: 1, max: 9 }), (text, size) =>
        assert.deepEqual(byScanner(text, size), byScanner(text)),
      ),
      { numRuns: 300 },
    );
  });

  it('finds fault with what saxes finds fault with, where structure is at stake', () => {
    const faulty = [
      '<a></b>',
      '<a><b></a></b>',
      '<a/><b/>',
      'x<a/>',
      '<a/>x',
      '</a>',
      '<a b></a>',
      '<a b=c></a>',
      '<a b="<"></a>',
      '<a <b></a>',
      '<a b/ c></a>',
      '<1a/>',
      '< a/>',
      '<a><!x></a>           ',
      '<a/><!DOCTYPE a>',
      '<![CDATA[x]]><a/>',
    ];
    for (const text of faulty) {
      assert.throws(() => byScanner(text), XmlFault, text);
      assert.throws(() => bySaxes(text), Error, text);
    }
  });

  it('throws nothing but faults, whatever the text', () => {
    const bits = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      "'",
      '=',
      '!',
      '?',
      '-',
      '[',
      ']',
      'a',
      ' ',
      '&',
      ';',
      '<a>',
      '</a>',
      '<!--',
      '-->',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 40 }), (parts) => {
        try {
          byScanner(parts.join(''), 3);
        } catch (error) {
          assert.ok(error instanceof XmlFault);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
