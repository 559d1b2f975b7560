/** Where on the way a run's form went, from its strongest fade; null where it says of none, or knows no distance. */
import type { Form } from '../api/types.ts';

type Run = Form['runs'][number];
export type Place = NonNullable<NonNullable<Run['findings'][number]['place']>['distanceM']>;

export const fadingPlace = ({ findings }: Pick<Run, 'findings'>): Place | null =>
  findings.find(({ verdict }) => verdict === 'fade')?.place?.distanceM ?? null;

/** What of a run's form changed: the names of its fades. */
export const faded = ({ findings }: Pick<Run, 'findings'>): readonly Run['findings'][number][] =>
  findings.filter(({ verdict }) => verdict === 'fade');
