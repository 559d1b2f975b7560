/**
 * Where numbers and rules come from: who was looked at, what it does not show, and how far it was checked.
 * `V` read in the source, `V2` on a secondary page, `M` from memory and not checked, `C` worked out for this
 * project from public data, `own` a choice or the runner's own data.
 */
import { CHECK_SOURCES } from './check-sources.ts';
import type { EvidenceMark } from './mark.ts';
import { TRAINING_SOURCES } from './training-sources.ts';

export type Confidence = 'V' | 'V2' | 'M' | 'C' | 'own';

export interface Source {
  /** Permanent. */
  readonly id: string;
  readonly cite: string;
  readonly population: string;
  readonly says: string;
  readonly limits: string;
  readonly confidence: Confidence;
  readonly mark: EvidenceMark;
}

const source = (
  id: string,
  mark: EvidenceMark,
  confidence: Confidence,
  cite: string,
  population: string,
  says: string,
  limits: string,
): Source => ({ id, cite, population, says, limits, confidence, mark });

export const SOURCES: readonly Source[] = [
  source(
    'our-choice',
    'expert',
    'own',
    'Our choice',
    'none',
    'A number or rule we had to choose, because nobody has tried one against another.',
    'Reasoned or simulated, never tried on people.',
  ),
  source(
    'definition',
    'expert',
    'own',
    'By definition',
    'units, calendar and mathematics',
    'So many seconds in a minute, days in a week, standard deviations in an interval.',
    'Nothing about knees.',
  ),
  source(
    'simulated-runners',
    'expert',
    'C',
    'Worked out for this project on simulated runners and one real month',
    'made-up runners whose answer is known, and one real one',
    'Settings of the cadence line, the fading form, the test of what changed and the learnt edge.',
    'A simulation shows what it assumes; one real runner is one runner.',
  ),
  source(
    'own-record',
    'own-data',
    'own',
    'Your own runs and answers',
    'one runner',
    'What the files and check-ins say.',
    'Only what was recorded; a watch and a memory both err.',
  ),
  source(
    'popular-articles',
    'expert',
    'V',
    'S0–S3: four popular articles on knee ache in runners',
    'none',
    'Rules of coaches and physiotherapists: three quarters of the distance at which it begins, 48 hours, 30 % less.',
    'Opinion; where they disagree both sides are shown.',
  ),
  source(
    'frandsen-2025',
    'cohort',
    'V',
    'Schuster Brandt Frandsen et al. 2025, BJSM 59:1203, 10.1136/bjsports-2024-109380',
    '5,205 runners with sports watches, 588,071 sessions, 18 months',
    'A session 10–30, 30–100 or over 100 % beyond the longest of the last 30 days went with 1.64, 1.52 and 2.28 times the injuries; the week-to-week ratio with none more.',
    'Observational, injuries of any place, self-reported.',
  ),
  source(
    'buist-2008',
    'randomised',
    'V',
    'Buist et al. 2008, 10.1177/0363546507307505',
    '532 novice runners',
    'Growing by 10 % a week against a standard plan: 20.8 against 20.3 % injured.',
    'One trial, novices training for one event.',
  ),
  source(
    'nielsen-2014',
    'cohort',
    'V',
    'Nielsen et al. 2014, JOSPT 44:739',
    'novice runners',
    'Weeks more than 30 % larger against less than 10 %: hazard ratio 1.59 (0.96–2.66) for injuries that go with distance.',
    'The interval includes no difference.',
  ),
  source(
    'silbernagel-2007',
    'lab',
    'V2',
    'Silbernagel et al. 2007, AJSM 35:897',
    'people with Achilles tendon pain',
    'Continued running under a pain limit of 5/10, settled by the next morning, did as well as rest.',
    'Another tendon; read on a secondary page.',
  ),
  source(
    'esculier-2018',
    'randomised',
    'V',
    'Esculier et al. 2018, BJSM 52:659',
    '69 runners with kneecap pain',
    'Education on load did as well as with exercises or gait retraining added; runs were kept at 2/10 or less and settled within an hour and by the next morning.',
    'The 2/10 itself was not put to the test.',
  ),
  source(
    'vincent-2017',
    'expert',
    'V',
    'Vincent and Vincent 2017, 10.1249/JSR.0000000000000362',
    'a review for clinicians',
    'Stop when pain rises or turns sharp, no limp, gone within 24 hours.',
    'Expert rules.',
  ),
  source(
    'fukuchi-2017',
    'lab',
    'C',
    'Fukuchi et al. 2017, PeerJ 5:e3298, worked out anew for this project',
    '26 regular runners, 25 of them men, on a treadmill at 2.5, 3.5 and 4.5 m/s',
    'Force and impulse on the kneecap joint by speed and cadence; cadence by speed.',
    'One laboratory; differences between runners are not what a change does to one of them.',
  ),
  source(
    'lenhart-2014',
    'lab',
    'V',
    'Lenhart et al. 2014, MSSE 46:557, 10.1249/MSS.0b013e3182a78c3a',
    '30 healthy runners',
    'Ten per cent more steps: 14 % less peak force on the kneecap joint.',
    'A mechanism, on a treadmill, not an injury prevented.',
  ),
  source(
    'heiderscheit-2011',
    'lab',
    'V',
    'Heiderscheit et al. 2011, MSSE 43:296, 10.1249/MSS.0b013e3181ebedf4',
    '45 healthy runners',
    'Five to ten per cent more steps: less energy absorbed at the knee.',
    'A mechanism; the percentages that circulate were not checked.',
  ),
  source(
    'bonacci-2018',
    'lab',
    'V',
    'Bonacci et al. 2018, JSAMS 21:574, 10.1016/j.jsams.2017.09.593',
    '15 runners with kneecap pain',
    'Ten per cent more steps: 19 % less force, 16 % less stress; a minimal shoe 17 and 15 %.',
    'Small, one session.',
  ),
  source(
    'willson-2014',
    'lab',
    'V',
    'Willson et al. 2014, Clinical Biomechanics 29:243',
    '23 women at 3.7 m/s',
    'Steps 10 % longer or shorter: stress a mile 14 % more or 7.5 % less.',
    'Small, one speed.',
  ),
  source(
    'petersen-2015',
    'lab',
    'V',
    'Petersen et al. 2015, JOSPT, PMID 25552288',
    '16 runners at 8.0, 11.8 and 15.8 km/h',
    'Knee impulse a kilometre 80 % higher slow than fast.',
    'Impulse, not damage, which can point the other way.',
  ),
  source(
    'doyle-2023',
    'lab',
    'V',
    'Doyle et al. 2023, 10.1080/14763141.2023.2226111',
    '20 runners, 2.5 to 4.2 m/s',
    'Faster: higher peaks, up to 36 %, and less a kilometre, down to 34 %.',
    'Small; our model is flatter in the peak.',
  ),
  source(
    'teng-powers-2014',
    'lab',
    'V',
    'Teng and Powers 2014, 10.2519/jospt.2014.5249',
    '24 runners at 3.4 m/s',
    'Trunk at 4.0, 7.3 and 14.1 degrees: 23.1, 21.5 and 20.2 MPa.',
    'Injured runners lean forward more, so it is not prescribed.',
  ),
  source(
    'vannatta-kernozek-2015',
    'lab',
    'V',
    'Vannatta and Kernozek 2015, 10.1249/MSS.0000000000000503',
    '16 runners',
    'Forefoot landing: peak stress 27 % lower, over the step 12 %.',
    'The load moves to calf and Achilles tendon.',
  ),
  source(
    'hart-2022',
    'randomised',
    'V',
    'Hart et al. 2022, BJSM 56:521, 10.1136/bjsports-2021-104686',
    'a review of studies of the kneecap joint',
    'Running 5.2 ± 1.2 body weights, with kneecap pain 4.1 ± 0.9.',
    'Models differ; only relative figures are shown to a runner.',
  ),
  source(
    'telhan-2010',
    'lab',
    'V',
    'Telhan et al. 2010, PMC2808749',
    'runners at 3.13 m/s on slopes of 4 degrees',
    'Downhill: knee moments little changed, more power absorbed at the knee.',
    'Gentle slopes; no factor for load on slopes follows from it.',
  ),
  source(
    'morin-2005',
    'lab',
    'V',
    'Morin et al. 2005, 10.1123/jab.21.2.167',
    'runners on treadmill and ground',
    'Peak ground force from contact and flight time.',
    'Level ground only.',
  ),
  source(
    'meyer-2023',
    'lab',
    'V',
    'Meyer et al. 2023, PMC10368467',
    'runners on slopes',
    'The contact-time formula does not hold on slopes.',
    'Says where not to use it.',
  ),
  source(
    'nunes-2018',
    'lab',
    'V',
    'Nunes et al. 2018, table 1 and table 5',
    'a review of kneecap joint models',
    'Lever arm and force ratio by knee angle; published stress differs threefold.',
    'Absolute stress is not comparable between models.',
  ),
  source(
    'edwards-2018',
    'lab',
    'V',
    'Edwards 2018, 10.1249/JES.0000000000000163',
    'a model of fatigue in tissue',
    'Damage rises with a power of the load: few hard steps can outweigh many soft ones.',
    'Mechanics, not injuries; the powers themselves are a source of their own.',
  ),
  source(
    'damage-exponents',
    'expert',
    'M',
    'Powers of load at which tissue wears: bone about 7, tendon about 9, cartilage 5 to 13',
    'samples of tissue in machines',
    'How much more a hard step counts than a soft one.',
    'From memory, not checked against a source, and measured in no runner’s knee.',
  ),
  source(
    'miller-krupenevich-2020',
    'lab',
    'V',
    'Miller and Krupenevich 2020, 10.7717/peerj.9676',
    'a model of cartilage over 55 years',
    'Without adaptation running would break cartilage down, which it does not do: cartilage adapts.',
    'A model; its lesson is what it leaves out.',
  ),
  source(
    'huber-1964',
    'expert',
    'M',
    'Huber 1964, Annals of Mathematical Statistics 35:73',
    'mathematics',
    'A mean that outliers hardly move.',
    'A method, nothing about knees.',
  ),
  source(
    'west-2005',
    'expert',
    'M',
    'West 2005, Wilmott Magazine, pages 70–76, after Hart 1968',
    'mathematics',
    'The share of a normal distribution below a point, as a ratio of polynomials.',
    'Coefficients from memory; our tests hold them against values computed elsewhere.',
  ),
  source(
    'acklam-2003',
    'expert',
    'M',
    'Acklam 2003, an algorithm for the inverse normal distribution',
    'mathematics',
    'The point below which a given share of a normal distribution lies.',
    'Coefficients from memory; our tests hold them against values computed elsewhere.',
  ),
  ...CHECK_SOURCES,
  ...TRAINING_SOURCES,
];

const BY_ID = new Map(SOURCES.map((each) => [each.id, each]));

/** The source of an id. @throws RangeError where nothing is registered under it */
export function sourceOf(id: string): Source {
  const found = BY_ID.get(id);
  if (!found) throw new RangeError(`id must be a registered source, got ${id}`);
  return found;
}
