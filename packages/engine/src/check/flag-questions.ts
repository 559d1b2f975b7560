/**
 * The questions that look for warning signs: all that a rule of level within-days, today or emergency reads.
 * Ids are permanent, and the same as in the knee check. Any answer may be "unsure", which can raise a
 * warning and never clear one; a question left out counts as unsure.
 */

export interface FlagQuestion {
  readonly id: string;
  readonly words: string;
  readonly kind: 'yes-no' | 'one' | 'many' | 'number';
  /** Empty for a number. */
  readonly answers: readonly string[];
  readonly range?: { readonly low: number; readonly high: number; readonly unit: string };
}

const YES_NO = ['yes', 'no'] as const;

export const FLAG_QUESTIONS: readonly FlagQuestion[] = [
  {
    id: 'age',
    words: 'How old are you?',
    kind: 'number',
    answers: [],
    range: { low: 8, high: 95, unit: 'years' },
  },
  {
    id: 'place',
    words: 'Tap every place that hurts.',
    kind: 'many',
    answers: [
      'above-kneecap',
      'kneecap',
      'below-kneecap',
      'beside-tendon',
      'shin-bump',
      'inner-kneecap-edge',
      'inner-above',
      'inner-line',
      'inner-below',
      'outer-above',
      'outer-line',
      'outer-below',
      'back-middle',
      'back-inner',
      'back-outer',
      'lower-thigh',
      'front',
      'inner',
      'outer',
      'back',
      'deep',
      'groin',
      'hip',
      'buttock',
      'thigh',
      'shin',
      'calf',
      'lower-leg',
      'foot',
      'low-back',
    ],
  },
  {
    id: 'onset',
    words: 'How did it start: in one accident, suddenly without one, or gradually?',
    kind: 'one',
    answers: ['injury', 'sudden', 'gradual'],
  },
  {
    id: 'event',
    words: 'What happened in that moment?',
    kind: 'one',
    answers: ['twist', 'blow-or-fall', 'landing', 'push-off', 'kneecap-out', 'other'],
  },
  {
    id: 'weeks',
    words: 'How many weeks ago did this start?',
    kind: 'number',
    answers: [],
    range: { low: 0, high: 1500, unit: 'weeks' },
  },
  {
    id: 'course',
    words: 'Over the last two weeks, is it better, the same, worse, or does it come and go?',
    kind: 'one',
    answers: ['better', 'same', 'worse', 'comes-and-goes'],
  },
  {
    id: 'walking',
    words: "Walking now: normal, with a limp, or can't you take four steps?",
    kind: 'one',
    answers: ['normal', 'limping', 'cannot'],
  },
  {
    id: 'swelling',
    words: 'Is the knee itself puffy or swollen?',
    kind: 'one',
    answers: ['none', 'slight', 'clear', 'huge'],
  },
  {
    id: 'swell-speed',
    words: 'How soon after it happened did it swell?',
    kind: 'one',
    answers: ['two-hours', 'day', 'later', 'not-swollen'],
  },
  {
    id: 'hot',
    words: 'Is the knee hot or red compared with the other one?',
    kind: 'yes-no',
    answers: YES_NO,
  },
  { id: 'fever', words: 'Do you have fever, shivering, or feel ill?', kind: 'yes-no', answers: YES_NO },
  {
    id: 'infection-risk',
    words: 'Lately: wound, injection or operation at this knee, skin infection, diabetes, or weak immunity?',
    kind: 'yes-no',
    answers: YES_NO,
  },
  {
    id: 'calf',
    words: 'Is one calf or leg swollen or warm, or tender without having strained it?',
    kind: 'yes-no',
    answers: YES_NO,
  },
  {
    id: 'clot-risk',
    words: 'Last three months: long journey, plaster, operation, hormones, pregnancy; or ever a clot?',
    kind: 'yes-no',
    answers: YES_NO,
  },
  {
    id: 'breath',
    words: 'Any new breathlessness, chest pain, or coughing blood?',
    kind: 'yes-no',
    answers: YES_NO,
  },
  { id: 'pop', words: 'Did you hear or feel a pop at that moment?', kind: 'yes-no', answers: YES_NO },
  {
    id: 'gives-way',
    words: 'Does the knee give way: never, a weak moment from pain, or really unstable?',
    kind: 'one',
    answers: ['never', 'pain-buckle', 'unstable'],
  },
  {
    id: 'locks',
    words:
      'Does it catch, get stuck for a while, or is it stuck right now, not straightening or bending fully?',
    kind: 'one',
    answers: ['never', 'catches', 'sticks', 'locked-now'],
  },
  {
    id: 'straight-leg',
    words: 'Lying down, can you lift the straight leg off the bed?',
    kind: 'yes-no',
    answers: YES_NO,
  },
  { id: 'bend', words: 'Can you bend it to a right angle?', kind: 'yes-no', answers: YES_NO },
  {
    id: 'bone-spot',
    words: 'Press along the bones. Is one bony spot sharply sore, not a soft area? Which?',
    kind: 'one',
    answers: ['none', 'kneecap', 'bump', 'outer-point', 'shin', 'thigh', 'fibula', 'other'],
  },
  {
    id: 'hop',
    words: 'One gentle hop (skip if walking hurts): fine, hurts the knee, or hurts deep in a bone?',
    kind: 'one',
    answers: ['fine', 'knee', 'deep', 'not-tried'],
  },
  {
    id: 'night',
    words: 'At night: no pain, only when turning, or does pain wake you?',
    kind: 'one',
    answers: ['none', 'turning', 'wakes'],
  },
  {
    id: 'rest',
    words: 'Sitting or lying on an easy day: no ache, gone within a day of running, or always there?',
    kind: 'one',
    answers: ['none', 'settles', 'constant'],
  },
  {
    id: 'lump',
    words: 'Any new lump: hard on the bone, soft behind the knee, soft elsewhere?',
    kind: 'one',
    answers: ['none', 'bone', 'behind', 'soft'],
  },
  {
    id: 'systemic',
    words: "Weight loss you can't explain, night sweats, or tired for weeks?",
    kind: 'yes-no',
    answers: YES_NO,
  },
  {
    id: 'joints',
    words: 'Other joints swollen or stiff, or psoriasis, bowel, eye or urinary trouble with it?',
    kind: 'yes-no',
    answers: YES_NO,
  },
  {
    id: 'stiff-min',
    words: 'How many minutes is the knee stiff in the morning?',
    kind: 'number',
    answers: [],
    range: { low: 0, high: 240, unit: 'minutes' },
  },
  {
    id: 'tick',
    words: 'This past year: tick bite or spreading rash, or only time in tick country?',
    kind: 'one',
    answers: ['none', 'exposed', 'bite'],
  },
  {
    id: 'numb',
    words: 'Any numbness or weakness: a patch, leg or foot, foot drop, between the legs or bladder?',
    kind: 'one',
    answers: ['none', 'patch', 'leg', 'foot-drop', 'saddle'],
  },
  {
    id: 'foot',
    words: 'Does that foot go cold, pale, blue or numb: never, during runs, or now?',
    kind: 'one',
    answers: ['fine', 'runs', 'now'],
  },
  {
    id: 'exertional',
    words: 'Does the leg tighten or cramp on every run and ease within minutes of stopping?',
    kind: 'yes-no',
    answers: YES_NO,
  },
  {
    id: 'after-hard',
    words: 'Leg board-hard with fast-growing pain, or very dark urine after hard effort?',
    kind: 'one',
    answers: ['none', 'tense', 'dark-urine'],
  },
  {
    id: 'hip-twist',
    words: 'Sitting, swing the foot outwards: is the hip stiff or painful?',
    kind: 'yes-no',
    answers: YES_NO,
  },
  {
    id: 'back',
    words: 'Back pain with it, or pain shooting down the leg when you cough or bend?',
    kind: 'yes-no',
    answers: YES_NO,
  },
  {
    id: 'load',
    words: 'In the 12 weeks before: started running, longer, more, faster, hills, shoes, surface?',
    kind: 'many',
    answers: ['started', 'longer', 'more', 'faster', 'hills', 'shoes', 'surface', 'none', 'that-is-all'],
  },
  {
    id: 'runner',
    words: 'New to running (under a year), regular, or high volume (70 km a week, national level)?',
    kind: 'one',
    answers: ['new', 'regular', 'high'],
  },
  {
    id: 'bone-risk',
    words:
      'Any of these: three missed periods in a year, stress fracture ever, eating too little, thin bones?',
    kind: 'many',
    answers: ['periods', 'stress-fracture', 'under-eating', 'thin-bones', 'none', 'that-is-all'],
  },
  {
    id: 'growing',
    words: 'Still growing, or a growth spurt in the past two years?',
    kind: 'yes-no',
    answers: YES_NO,
  },
  {
    id: 'medicines',
    words:
      'Last three months: cortisone or another steroid, an antibiotic ending in -floxacin, a blood thinner (or a bleeding disorder), a painkiller before runs?',
    kind: 'many',
    answers: ['steroid', 'quinolone', 'thinner', 'painkiller-before', 'none', 'that-is-all'],
  },
  {
    id: 'history',
    words:
      'Before this: an artificial knee or hip, knee operation, ligament injury, kneecap dislocation, arthritis or gout, cancer?',
    kind: 'many',
    answers: [
      'replacement',
      'operation',
      'ligament',
      'dislocation',
      'arthritis',
      'cancer',
      'none',
      'that-is-all',
    ],
  },
  {
    id: 'tried',
    words: 'What have you tried for three weeks or more?',
    kind: 'many',
    answers: ['rest', 'exercises', 'supervised', 'injection', 'none', 'that-is-all'],
  },
  {
    id: 'tried-result',
    words: 'And the result?',
    kind: 'one',
    answers: ['better', 'returns', 'same', 'worse'],
  },
];
