import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { orderTold, stravaDateMs } from './dates.ts';

const AT = Date.UTC(2022, 11, 9, 15, 24, 49);

describe('stravaDateMs', () => {
  const written: Readonly<Record<string, string>> = {
    English: 'Dec 9, 2022, 3:24:49 PM',
    'English with a narrow space': 'Dec 9, 2022, 3:24:49\u202FPM',
    British: '9 Dec 2022, 15:24:49',
    'before 2019': '2022-12-09 15:24:49',
    German: '09.12.2022, 15:24:49',
    French: '9 déc. 2022 à 15:24:49',
    Spanish: '9 dic 2022, 15:24:49',
    'Spanish of Latin America': '9 dic 2022, 3:24:49 p.\u00A0m.',
    Portuguese: '9 de dez. de 2022, 15:24:49',
    Italian: '9 dic 2022, 15:24:49',
    Dutch: '9 dec. 2022 15:24:49',
    Swedish: '9 dec. 2022 15:24:49',
    Danish: '9. dec. 2022 15.24.49',
    Finnish: '9.12.2022 klo 15.24.49',
    Polish: '9 gru 2022, 15:24:49',
    Czech: '9. 12. 2022 15:24:49',
    Russian: '9 дек. 2022 г., 15:24:49',
    Turkish: '9 Ara 2022 15:24:49',
    Japanese: '2022/12/09 15:24:49',
    Chinese: '2022年12月9日 下午3:24:49',
    Korean: '2022. 12. 9. 오후 3:24:49',
  };
  for (const [language, text] of Object.entries(written)) {
    it(`reads ${text.replace(/[\u00A0\u202F]/g, ' ')} (${language})`, () =>
      assert.equal(stravaDateMs(text, null), AT));
  }
  it('reads noon and midnight by the twelve-hour clock', () => {
    assert.equal(stravaDateMs('Dec 9, 2022, 12:00:00 AM', null), Date.UTC(2022, 11, 9));
    assert.equal(stravaDateMs('Dec 9, 2022, 12:00:00 PM', null), Date.UTC(2022, 11, 9, 12));
    assert.ok(Number.isNaN(stravaDateMs('Dec 9, 2022, 13:00:00 PM', null)));
  });
  it('reads slashes by the order that the file as a whole tells, and not without', () => {
    assert.equal(stravaDateMs('09/12/2022, 15:24:49', 'day-first'), AT);
    assert.equal(stravaDateMs('12/9/2022, 3:24:49 PM', 'month-first'), AT);
    assert.ok(Number.isNaN(stravaDateMs('09/12/2022, 15:24:49', null)));
    assert.equal(stravaDateMs('12/12/2022, 15:24:49', null), AT + 3 * 86_400_000);
  });
  it('tells the order from a day past the twelfth', () => {
    assert.deepEqual(
      [
        '13/12/2022 1:00:00',
        '12/13/2022 1:00:00',
        '12/11/2022 1:00:00',
        '11/11/2022 1:00:00',
        '13.12.2022 1:00:00',
        '',
      ].map(orderTold),
      ['day-first', 'month-first', 'open', null, null, null],
    );
  });
  it('gives no date for what is none, or a day that does not exist', () => {
    for (const text of [
      '',
      'Morning Run',
      '2022-12-09',
      '31.02.2022, 10:00:00',
      'Foo 9, 2022, 10:00:00',
      '2022-13-09 10:00:00',
      '9'.repeat(1000),
    ])
      assert.ok(Number.isNaN(stravaDateMs(text, null)), text);
  });
  it('reads back what the platform writes in each language', () => {
    const languages = [
      'en-US',
      'en-GB',
      'de',
      'fr',
      'es',
      'pt-BR',
      'it',
      'nl',
      'sv',
      'nb',
      'pl',
      'cs',
      'hu',
      'ro',
      'ru',
      'uk',
      'tr',
      'ja',
      'zh-CN',
      'ko',
      'id',
      'el',
    ];
    const anySecond = fc.integer({ min: Date.UTC(2008, 0, 1) / 1000, max: Date.UTC(2037, 0, 1) / 1000 });
    fc.assert(
      fc.property(fc.constantFrom(...languages), anySecond, (language, s) => {
        const text = new Intl.DateTimeFormat(language, {
          dateStyle: 'medium',
          timeStyle: 'medium',
          timeZone: 'UTC',
        }).format(s * 1000);
        const order = orderTold(text) === 'open' ? 'day-first' : (orderTold(text) as 'day-first' | null);
        assert.equal(stravaDateMs(text, order), s * 1000, `${language}: ${text}`);
      }),
      { numRuns: 400 },
    );
  });
});
