/** One run in a sentence: the most telling thing about it. */
import type { RunDetail } from '../api/types.ts';
import type { Format } from '../format/format.ts';

export interface Said {
  readonly key: string;
  readonly figures: Readonly<Record<string, string>>;
}

export function runSentence(run: RunDetail, format: Format): Said {
  const distance = run.distanceM === null ? null : format.distance(run.distanceM);
  const during = run.checkIns
    .filter(({ when }) => when === 'during')
    .reduce<RunDetail['checkIns'][number] | null>(
      (worst, checkIn) => (worst === null || checkIn.pain > worst.pain ? checkIn : worst),
      null,
    );
  if (during !== null && during.pain > 0)
    return during.onsetM === null
      ? { key: 'run.sentence.ached', figures: { pain: String(during.pain) } }
      : {
          key: 'run.sentence.acheAt',
          figures: { pain: String(during.pain), onset: format.distance(during.onsetM) },
        };
  if (distance === null)
    return {
      key: 'run.sentence.noDistance',
      figures: { time: format.duration(run.movingS ?? run.elapsedS) },
    };
  if (run.spike !== null && run.ratio !== null)
    return { key: 'run.sentence.spike', figures: { distance, change: format.percent(run.ratio - 1) } };
  if (during !== null) return { key: 'run.sentence.quiet', figures: { distance } };
  if (run.shareOfUsualWeek !== null)
    return { key: 'run.sentence.share', figures: { distance, share: format.percent(run.shareOfUsualWeek) } };
  return { key: 'run.sentence.plain', figures: { distance } };
}
