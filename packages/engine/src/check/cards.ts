/**
 * What to know and do about each explanation. Ceilings and families are those of the pain rules; exercises are named
 * by the family's programme. Times are from memory unless `checked` says otherwise, and shown as such.
 */
import { FAMILIES, type Family } from '../pain/family.ts';
import type { ConditionId } from './conditions.ts';

export interface Card {
  readonly id: ConditionId;
  /** In plain words; never "you have". */
  readonly name: string;
  /** What a clinician would use to tell it from its neighbours. */
  readonly tellsApart: string;
  readonly care: Care | null;
}

/** How to look after it; null: never without a clinician. */
export interface Care {
  readonly helps: string;
  /** How long it usually takes. */
  readonly time: string | null;
  readonly checked: 'V' | 'V2' | 'M';
  readonly exercises: string;
  readonly family: Family;
  readonly avoid: string | null;
  readonly backIf: string;
  /** When to come back at the latest, whatever happens. Weeks */
  readonly backWeeks: number;
}

/** Pain at which to turn back on a run with this card, 0–10. */
export const ceilingOf = ({ family }: Care): number => FAMILIES[family].ceiling;

type CareRow = readonly [
  helps: string,
  time: string | null,
  checked: Care['checked'],
  exercises: string,
  family: Family,
  avoid: string | null,
  backIf: string,
  backWeeks: number,
];

const card = (id: ConditionId, name: string, tellsApart: string, care: CareRow | null): Card => {
  if (care === null) return { id, name, tellsApart, care };
  const [helps, time, checked, exercises, family, avoid, backIf, backWeeks] = care;
  return {
    id,
    name,
    tellsApart,
    care: { helps, time, checked, exercises, family, avoid, backIf, backWeeks },
  };
};

/** When nothing sooner is said. Our choice; weeks */
const USUAL_BACK_WEEKS = 2;

/** Care of several explanations; weeks last. Our choice, each row with how far it was checked. */
const MENISCUS: CareRow = [
  'strengthening for 8–12 weeks before any surgery is thought of',
  '8–12 weeks',
  'M',
  'thigh, hamstring, balance',
  'OA',
  'deep twisting squats',
  'it gets stuck, or swells',
  12,
];
const ELSEWHERE: CareRow = [
  'an examination of hip, back and nerves',
  null,
  'M',
  'hip, mobility',
  'GN',
  'care of the knee alone',
  'a limp or weakness',
  USUAL_BACK_WEEKS,
];
/** Care of growing bones; weeks last. Our choice. */
const GROWTH: CareRow = [
  'load by pain, and patience',
  'months',
  'M',
  'thigh, mobility',
  'GP',
  'total rest, kneeling',
  'it turns suddenly worse',
  8,
];

/** What is told of each explanation; weeks till one comes back. Our choice, each row with how far it was checked. */
export const CARDS: readonly Card[] = [
  card(
    'pfp',
    'kneecap pain',
    'Stairs, squatting and long sitting together; a palm covers it, where a tendon takes a fingertip.',
    [
      'less load and then more, hip and knee strength, 5–10 % more steps a minute',
      '6–12 weeks; at a year it is not gone in 40 of 100',
      'V',
      'hip, thigh',
      'PF',
      'deep loaded bends at first, long rest',
      'it is no better',
      6,
    ],
  ),
  card(
    'itb',
    'the band on the outer side',
    'It starts after a set distance and downhill; a meniscus is sore on the joint line and minds twisting.',
    [
      'shorter, flatter runs with quicker steps, hip strength',
      '6 weeks to 6 months',
      'V2',
      'hip',
      'IT',
      'running through it downhill, rolling the sore point',
      'it is no better',
      6,
    ],
  ),
  card(
    'patellar-tendon',
    'the tendon below the kneecap',
    'A fingertip covers it, jumping brings it on, it eases once warm.',
    [
      'heavy, slow strengthening',
      '3–6 months, longer in one of three',
      'V2',
      'heavy slow thigh work, calf',
      'TE',
      'sudden jumps, long rest',
      'it is no better',
      12,
    ],
  ),
  card(
    'quad-tendon',
    'the tendon above the kneecap',
    'A deep squat brings it on, mostly from 35 on; bone under the joint hurts at rest or at night.',
    [
      'heavy, slow strengthening',
      '3–6 months',
      'M',
      'heavy slow thigh work',
      'TE',
      'a quinolone antibiotic that nobody has reviewed',
      'it is no better, or the leg is weak',
      12,
    ],
  ),
  card(
    'fat-pad',
    'the soft pad beside the tendon',
    'Locking the knee straight or long standing brings it on.',
    [
      'not forcing the knee straight, tape',
      '6–12 weeks',
      'M',
      'thigh, hip',
      'FP',
      'forced straightening',
      'it is no better',
      6,
    ],
  ),
  card('plica', 'a fold at the inner kneecap edge', 'A band that can be felt to snap.', [
    'less load, strength',
    '6–12 weeks',
    'M',
    'thigh, hip, mobility',
    'FP',
    'repeated deep bends',
    'it is no better',
    12,
  ]),
  card(
    'pes-anserine',
    'tendons at the upper inner shin',
    'A palm-wide place, going upstairs, later in life; a bone that tires follows a jump in load, has one sore spot and minds a hop.',
    [
      'less load, strength',
      '4–8 weeks',
      'M',
      'hamstring, hip',
      'PA',
      'running while bone has not been looked at',
      'it is no better',
      4,
    ],
  ),
  card('popliteus', 'a small muscle at the back, outer side', 'Only downhill brings it on.', [
    'flat runs, strength',
    '3–6 weeks',
    'M',
    'hamstring, hip',
    'PA',
    'downhill',
    'it is no better',
    4,
  ]),
  card(
    'biceps-femoris',
    'the outer hamstring tendon',
    'Speed brings it on, or it snaps over the outer knob.',
    [
      'strength',
      '6–12 weeks',
      'M',
      'hamstring',
      'PA',
      'sprints',
      'it is no better, or something goes numb',
      8,
    ],
  ),
  card(
    'osgood-schlatter',
    'the growing bump of the shin',
    'The bump itself is sore, kneeling hurts, in years of growth.',
    GROWTH,
  ),
  card(
    'sinding-larsen',
    'the growing tip of the kneecap',
    'The tip itself is sore, jumping hurts, mostly between 9 and 13.',
    [
      'load by pain, and patience',
      'months',
      'M',
      'thigh, mobility',
      'GP',
      'jumps with a limp',
      'it turns suddenly worse',
      8,
    ],
  ),
  card('muscle-strain', 'a strained muscle', 'One moment at speed; the calf is not swollen.', [
    'early, gentle load',
    '2–8 weeks',
    'M',
    'calf, hamstring',
    'PA',
    'hard stretching early',
    'it swells, or a gap can be felt',
    USUAL_BACK_WEEKS,
  ]),
  card(
    'oa',
    'an older knee that wears and repairs',
    'From 45 on, stiff for less than half an hour, comes and goes.',
    [
      'exercise; running by the ceiling',
      null,
      'M',
      'thigh, hip, heavy slow work',
      'OA',
      'giving up movement',
      'it is hot, gets stuck, or quickly worse',
      USUAL_BACK_WEEKS,
    ],
  ),
  card(
    'meniscus-medial',
    'the inner meniscus',
    'The joint line is sore, twisting hurts, it catches; scans show tears without pain in 4 of 100 under 40 and 19 of 100 from 40 on.',
    MENISCUS,
  ),
  card(
    'meniscus-lateral',
    'the outer meniscus',
    'The outer joint line is sore, twisting hurts, it catches; scans show tears without pain too.',
    MENISCUS,
  ),
  card('baker-cyst', 'fluid at the back of the knee', 'Soft, and fuller on standing.', [
    'treating the joint it comes from',
    null,
    'M',
    'thigh',
    'OA',
    null,
    'the calf swells',
    USUAL_BACK_WEEKS,
  ]),
  card(
    'collateral-sprain',
    'a ligament at the side',
    'A sideways blow; sore above or below the joint line.',
    [
      'a brace, then load',
      '3–8 weeks',
      'M',
      'thigh, balance',
      'GN',
      'cutting from side to side',
      'it feels unstable',
      USUAL_BACK_WEEKS,
    ],
  ),
  card('hip-referred', 'pain that comes from the hip', 'Turning the hip hurts or is stiff.', ELSEWHERE),
  card(
    'back-referred',
    'pain that comes from the back',
    'Coughing or bending the back brings it on.',
    ELSEWHERE,
  ),
  card('nerve', 'a nerve that is irritated', 'A patch of skin is numb.', ELSEWHERE),
  card('other', 'something else, or too early to tell', 'An examination.', [
    'the edge rule and a diary',
    null,
    'M',
    'none yet',
    'GN',
    'guessing',
    'it is still there',
    USUAL_BACK_WEEKS,
  ]),
  card('cruciate-tear', 'a torn cruciate ligament', 'A pop, early swelling, a knee that is unstable.', null),
  card('kneecap-dislocation', 'a kneecap that slipped out', 'It was seen or felt to move.', null),
  card('extensor-rupture', 'a torn tendon at the kneecap', 'The straight leg cannot be lifted.', null),
  card('fracture', 'a broken bone', 'A fall or blow, one sore bone, no weight on it; an X-ray tells.', null),
  card(
    'bsi-tibia',
    'a shin bone that is tiring',
    'One sore spot, a hop that hurts deep, ache at rest; MRI tells.',
    null,
  ),
  card(
    'bsi-femur',
    'a thigh bone that is tiring',
    'A hop that hurts deep in the thigh, ache at rest; MRI tells.',
    null,
  ),
  card(
    'bsi-patella',
    'a kneecap bone that is tiring',
    'The bone itself is sore, ache at rest; MRI tells.',
    null,
  ),
  card(
    'bsi-femoral-neck',
    'the neck of the thigh bone tiring',
    'Groin or hip pain on a hop, ache at rest; MRI tells.',
    null,
  ),
  card(
    'subchondral-bone',
    'bone under the joint surface',
    'Sudden, from 50 on, after a steroid, at night; MRI tells.',
    null,
  ),
  card(
    'slipped-hip',
    'a hip growth plate that slips',
    'A stiff hip that turns outwards, a limp; X-rays of both hips tell.',
    null,
  ),
  card('loose-body', 'a loose fragment in the joint', 'Still growing, and it sticks.', null),
  card(
    'tumour',
    'something growing in or on the bone, rare',
    'A hard lump, pain that wakes and grows; an X-ray tells.',
    null,
  ),
  card(
    'joint-infection',
    'an infected joint',
    'Hot, swollen, feeling ill; fluid from the joint tells.',
    null,
  ),
  card('blood-clot', 'a blood clot in the leg', 'A swollen, warm calf; ultrasound tells.', null),
  card(
    'inflammatory-joint',
    'an inflamed joint',
    'Stiff for long, swollen, other joints too; blood and joint fluid tell.',
    null,
  ),
  card(
    'lyme',
    'Lyme disease in the joint',
    'A large painless swelling after ticks; a blood test tells.',
    null,
  ),
  card(
    'artery',
    'blood supply, or muscle pressure on effort',
    'Cramp on every run that eases within minutes, a cold foot.',
    null,
  ),
];

const BY_ID: ReadonlyMap<ConditionId, Card> = new Map(CARDS.map((each) => [each.id, each]));

/** @throws {RangeError} where there is no such condition */
export function cardOf(id: ConditionId): Card {
  const found = BY_ID.get(id);
  if (!found) throw new RangeError(`id must be one of the conditions, got ${id}`);
  return found;
}
