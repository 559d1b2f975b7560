/**
 * What each claim of the articles is about, the sources that answer it, and what of Kneewise rests on the answer.
 * Who was looked at and what it does not show is in words, under `ground`.
 */
export const SUBJECTS = [
  'kneecap',
  'band',
  'steps',
  'shoes',
  'load',
  'pain',
  'strength',
  'signs',
  'medicine',
  'model',
] as const;
export type Subject = (typeof SUBJECTS)[number];

export interface Ground {
  readonly subject: Subject;
  /** Ids of the registry. */
  readonly sources: readonly string[];
  /** Ids of rules, as in `rules.ts`. */
  readonly rules: readonly string[];
  /** Id of the disagreement that shows both sides. */
  readonly disagreement: string | null;
}

const ground = (subject: Subject, sources = '', rules = '', disagreement: string | null = null): Ground => ({
  subject,
  sources: sources.split(' ').filter(Boolean),
  rules: rules.split(' ').filter(Boolean),
  disagreement,
});

export const CLAIM_GROUNDS: Readonly<Record<string, Ground>> = {
  A01: ground('kneecap'),
  A02: ground('kneecap', 'nunes-2013 nunes-2018'),
  A03: ground('strength', '', '', 'weak-hips'),
  A04: ground('strength', '', '', 'weak-hips'),
  A05: ground('strength'),
  A06: ground('kneecap', '', '', 'q-angle'),
  A07: ground('model', 'hart-2022 fukuchi-2017'),
  A08: ground('band'),
  A09: ground('band', 'pepper', '', 'roller'),
  A10: ground('band', 'esculier-2018', '', 'rest'),
  A11: ground('steps', 'heiderscheit-2011 willson-2014'),
  A12: ground('steps', 'fukuchi-2017', 'before-cadence-at-speed', 'steps-180'),
  A13: ground('steps', 'lenhart-2014 bonacci-2018 heiderscheit-2011', '', 'steps-180'),
  A14: ground('steps', 'lenhart-2014 bonacci-2018'),
  A15: ground('steps'),
  A16: ground('steps', 'teng-powers-2014', '', 'lean'),
  A17: ground('steps'),
  A18: ground('shoes', 'vannatta-kernozek-2015 bonacci-2018'),
  A19: ground('shoes', 'relph-2022', '', 'shoes'),
  A20: ground('shoes'),
  A21: ground('shoes', '', '', 'surface'),
  A22: ground('shoes'),
  A23: ground('steps', 'telhan-2010', 'before-descent'),
  A24: ground('load', 'petersen-2015 doyle-2023 edwards-2018', 'before-damage before-hard-km'),
  A25: ground(
    'load',
    'buist-2008 frandsen-2025 nielsen-2014',
    'before-distance before-longest today-longest-plus-tenth today-week-guard',
    'ten-per-cent',
  ),
  A26: ground('load', 'popular-articles', 'today-seven-tenths-of-run today-seven-tenths-of-size'),
  A27: ground('load', 'popular-articles'),
  A28: ground('load', 'popular-articles', 'today-learnt-plan'),
  A29: ground(
    'pain',
    'popular-articles silbernagel-2007 esculier-2018',
    'today-three-quarters-of-edge today-edge-reached family-PF family-GN family-TE',
  ),
  A30: ground('pain', 'vincent-2017 popular-articles', 'grade-48H today-morning-settled today-pause'),
  A31: ground('pain', 'vincent-2017', 'grade-STOP grade-EDGE today-pain-now'),
  A32: ground('signs', 'clinical-teaching'),
  A33: ground('steps', 'alentorn-geli-2017 miller-krupenevich-2020', '', 'ruins-knees'),
  A34: ground('load', 'alentorn-geli-2017', '', 'ruins-knees'),
  A35: ground('medicine', 'lipman-2017 kuster-2013', 'grade-UNKNOWN', 'anti-inflammatories'),
  A36: ground('medicine', 'bleakley-2004', '', 'ice'),
  A37: ground('strength', 'pope-2000', '', 'stretching'),
  A38: ground('strength', 'esculier-2018'),
  A39: ground('strength', '', 'test-balance-30'),
  A40: ground('strength', '', 'test-single-leg-squat'),
  A41: ground('steps'),
  A42: ground('signs', 'taunton-2002 kakouris-2021', 'weights'),
  A43: ground('signs', 'stiell-1996 margaretten-2007 goodacre-2005 widhe-2000', 'RF01 RF09 RF14 RF22'),
  A44: ground('signs', 'niu-2011 katz-2017 noyes-1980 culvenor-2018'),
  A45: ground('signs'),
  A46: ground('signs'),
  A47: ground('signs', 'nice-qs33 nice-ng226'),
  A48: ground('signs'),
  A49: ground('strength'),
  A50: ground('strength'),
};
