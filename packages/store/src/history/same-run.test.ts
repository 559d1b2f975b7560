import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Comparable, groupByActivity, isLinked, sameActivity } from './same-run.ts';

const run = (change: Partial<Comparable> = {}): Comparable => ({
  sport: 'running',
  startAtMs: 1_000_000,
  elapsedS: 2000,
  channels: 4,
  samples: 2000,
  contentHash: 'a',
  position: 0,
  ...change,
});

const started = (apartMs: number): boolean => sameActivity(run(), run({ startAtMs: 1_000_000 + apartMs }));

const lasting = (elapsedS: number): boolean => sameActivity(run(), run({ elapsedS }));

const as = (sport: string): boolean => sameActivity(run(), run({ sport }));

describe('two recordings are of the same activity', () => {
  it('when they start up to 60 s apart', () => {
    assert.deepEqual([-60_001, -60_000, 59_999, 60_000, 60_001].map(started), [
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('when the shorter lasts at least 95 % of the longer', () => {
    assert.deepEqual([1899, 1900, 1901, 2105, 2106].map(lasting), [false, true, true, true, false]);
  });

  it('when the sport is the same, or one of them does not say', () => {
    assert.deepEqual(['running', 'unknown', 'cycling'].map(as), [true, true, false]);
  });

  it('when they overlap: intervals of 40 s saved one by one stay apart', () => {
    const interval = run({ elapsedS: 40 });
    const next = (apartMs: number): boolean =>
      sameActivity(interval, { ...interval, startAtMs: 1_000_000 + apartMs });
    assert.deepEqual([0, 39_999, 40_000, 40_001].map(next), [true, true, false, false]);
  });

  it('when neither has a duration and they start together', () => {
    const typedIn = run({ elapsedS: 0 });
    assert.equal(sameActivity(typedIn, typedIn), true);
    assert.equal(sameActivity(typedIn, { ...typedIn, startAtMs: 1_000_001 }), false);
  });
});

const hashOfSpeaker = (...recordings: Comparable[]): string | undefined =>
  groupByActivity(recordings)[0]?.[0]?.contentHash;

describe('who speaks for an activity', () => {
  it('is the recording with more channels, whatever its samples', () => {
    assert.equal(
      hashOfSpeaker(run({ contentHash: 'b', channels: 4, samples: 9 }), run({ channels: 3 })),
      'b',
    );
  });
  it('is, with equal channels, the one with more samples', () => {
    assert.equal(hashOfSpeaker(run(), run({ contentHash: 'b', samples: 2001 })), 'b');
  });
  it('is, with equal samples, the smaller hash, then the earlier position', () => {
    assert.equal(hashOfSpeaker(run({ contentHash: 'c' }), run({ contentHash: 'b' })), 'b');
    assert.equal(groupByActivity([run({ position: 1 }), run()])[0]?.[0]?.position, 0);
  });
  it('is never one that does not say its sport where another does', () => {
    assert.equal(hashOfSpeaker(run({ sport: 'unknown', channels: 9 }), run({ contentHash: 'b' })), 'b');
  });
});

describe('the entry of a list and the file it names', () => {
  const file = run({ sport: 'cycling', names: ['7.fit'], contentHash: 'file' });
  const entry = (change: Partial<Comparable> = {}): Comparable =>
    run({
      listed: true,
      refersTo: '7.fit',
      samples: 0,
      channels: 0,
      elapsedS: 9,
      contentHash: 'list',
      ...change,
    });

  it('are one activity by that name alone, up to a day apart, and not beyond', () => {
    const DAY_MS = 86_400_000;
    assert.deepEqual(
      [0, DAY_MS - 1, DAY_MS, DAY_MS + 1].map(
        (apart) => groupByActivity([entry({ startAtMs: 1_000_000 + apart }), file]).length,
      ),
      [1, 1, 1, 2],
    );
  });
  it('are one though the file is spoken for by a richer one', () => {
    const watch = run({ sport: 'cycling', channels: 9, contentHash: 'watch' });
    const [group, ...others] = groupByActivity([entry(), file, watch]);
    assert.deepEqual(
      group?.map(({ contentHash }) => contentHash),
      ['watch', 'file', 'list'],
    );
    assert.equal(others.length, 0);
  });
  it('are two where two lists, or two files, bear the same name', () => {
    assert.equal(isLinked(entry(), entry()), false);
    assert.equal(isLinked(file, file), false);
  });
  it('leaves the other legs of that file alone', () => {
    const later = { ...file, startAtMs: 3_000_000, position: 1 };
    const groups = groupByActivity([file, later, entry({ startAtMs: 2_999_000 })]);
    assert.deepEqual(
      groups.map((group) => group.length),
      [1, 2],
    );
  });
  it('lets samples speak before totals, though only the totals state a sport', () => {
    assert.equal(hashOfSpeaker(entry(), { ...file, sport: 'unknown' }), 'file');
  });
});

describe('a chain of starts 50 s apart', () => {
  const chain = [0, 50, 100, 150].map((s, i) =>
    run({ startAtMs: 1_000_000 + s * 1000, contentHash: String(i), channels: i === 1 ? 9 : 4 }),
  );
  it('is cut around the richest: nobody starts more than 60 s from the one who speaks', () => {
    assert.deepEqual(
      groupByActivity(chain).map((group) => group.map(({ contentHash }) => contentHash)),
      [['1', '0', '2'], ['3']],
    );
  });
});

describe('groupByActivity', () => {
  const recording = fc.record({
    sport: fc.constantFrom('running', 'running', 'cycling', 'unknown'),
    startAtMs: fc.integer({ min: 0, max: 300 }).map((s) => s * 1000),
    elapsedS: fc.integer({ min: 90, max: 110 }),
    channels: fc.nat(3),
    samples: fc.nat(2),
    contentHash: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    position: fc.nat(1),
  });
  const set = fc.uniqueArray(recording, {
    maxLength: 12,
    selector: ({ contentHash, position }) => `${contentHash}/${position}`,
  });

  it('gives the same groups whatever the order', () => {
    fc.assert(
      fc.property(
        set.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          assert.deepEqual(groupByActivity(shuffled), groupByActivity(all));
        },
      ),
    );
  });

  it('puts everyone in one group, with a speaker it matches and that is at least as rich', () => {
    fc.assert(
      fc.property(set, (all) => {
        const groups = groupByActivity(all);
        assert.equal(groups.flat().length, all.length);
        for (const [speaker, ...others] of groups) {
          for (const other of others) {
            assert.ok(speaker !== undefined && sameActivity(speaker, other));
            assert.ok(speaker.channels >= other.channels || other.sport === 'unknown' || other.samples === 0);
          }
        }
      }),
    );
  });

  it('leaves no two speakers of the same activity', () => {
    fc.assert(
      fc.property(set, (all) => {
        const speakers = groupByActivity(all).flatMap(([speaker]) =>
          speaker === undefined ? [] : [speaker],
        );
        speakers.forEach((a, i) => {
          for (const b of speakers.slice(i + 1)) assert.equal(sameActivity(a, b), false);
        });
      }),
    );
  });
});
