/**
 * How often benign knee complaints of runners come with each answer: the base rates of a simulated population that
 * measures what safety costs. Fixed before the rate of escalation was measured; a change needs a source.
 *
 * Sources: conditions by age and sex as in the check's priors (taunton-2002, kakouris-2021, nielsen-2014, foster-2012,
 * culvenor-2018); pain that wakes from sasaki-2014 (3.6–6.9 % of sound and barely worn knees, 19 % of clearly worn
 * ones); everything else is our choice, by what a physiotherapist sees in runners. Percentages, within a question.
 */

/** Value and weight; weights of a list need not add up to 100. */
export type Rates = readonly (readonly [value: string, weight: number])[];

/** Each item is ticked on its own, in per cent. */
export type Ticks = Readonly<Record<string, number>>;

/** Years from, years to (exclusive), per cent of those who open the check. Our choice. */
export const AGES: readonly (readonly [from: number, to: number, weight: number])[] = [
  [10, 16, 4],
  [16, 20, 6],
  [20, 35, 40],
  [35, 50, 34],
  [50, 72, 16],
];
export const SEXES: Rates = [
  ['female', 50],
  ['male', 50],
];

/** Weeks since it began, from and to, per cent. Our choice: people ask early, and some have asked for years. */
export const WEEKS: readonly (readonly [from: number, to: number, weight: number])[] = [
  [0.1, 1, 10],
  [1, 3, 22],
  [3, 8, 30],
  [8, 26, 23],
  [26, 200, 15],
];

/** Morning stiffness in minutes, from and to, per cent; for worn knees below. */
export const STIFF: readonly (readonly [from: number, to: number, weight: number])[] = [
  [0, 1, 62],
  [1, 15, 27],
  [15, 30, 7],
  [30, 60, 3],
  [60, 120, 1],
];
export const STIFF_WORN: typeof STIFF = [
  [0, 1, 20],
  [1, 15, 45],
  [15, 30, 25],
  [30, 60, 8],
  [60, 120, 2],
];

/** Whoever is asked answers "not sure" this often; age, sex and place are always known. Our choice; % */
export const UNSURE_PERCENT = 2;

/** What holds for any benign complaint, unless the condition says otherwise. */
export const USUAL: Readonly<Record<string, Rates>> = {
  side: [
    ['left', 42],
    ['right', 42],
    ['both', 13],
    ['shifts', 3],
  ],
  spot: [
    ['point', 40],
    ['palm', 50],
    ['all-over', 10],
  ],
  onset: [
    ['gradual', 82],
    ['sudden', 12],
    ['injury', 6],
  ],
  event: [
    ['twist', 35],
    ['blow-or-fall', 25],
    ['landing', 15],
    ['push-off', 10],
    ['other', 15],
  ],
  course: [
    ['better', 25],
    ['same', 40],
    ['worse', 12],
    ['comes-and-goes', 23],
  ],
  walking: [
    ['normal', 95.8],
    ['limping', 4],
    ['cannot', 0.2],
  ],
  swelling: [
    ['none', 90],
    ['slight', 9],
    ['clear', 0.9],
    ['huge', 0.1],
  ],
  'swell-speed': [
    ['not-swollen', 85],
    ['later', 8],
    ['day', 6],
    ['two-hours', 1],
  ],
  hot: [
    ['no', 98.8],
    ['yes', 1.2],
  ],
  fever: [
    ['no', 99],
    ['yes', 1],
  ],
  'infection-risk': [
    ['no', 95],
    ['yes', 5],
  ],
  calf: [
    ['no', 99.2],
    ['yes', 0.8],
  ],
  'clot-risk': [
    ['no', 85],
    ['yes', 15],
  ],
  breath: [
    ['no', 99.6],
    ['yes', 0.4],
  ],
  pop: [
    ['no', 95],
    ['yes', 5],
  ],
  'gives-way': [
    ['never', 83],
    ['pain-buckle', 15.5],
    ['unstable', 1.5],
  ],
  locks: [
    ['never', 84.8],
    ['catches', 14],
    ['sticks', 1],
    ['locked-now', 0.2],
  ],
  'straight-leg': [
    ['yes', 99.7],
    ['no', 0.3],
  ],
  bend: [
    ['yes', 98.5],
    ['no', 1.5],
  ],
  'bone-spot': [
    ['none', 86],
    ['kneecap', 5],
    ['bump', 2],
    ['outer-point', 3],
    ['shin', 1.5],
    ['thigh', 0.3],
    ['fibula', 0.7],
    ['other', 1.5],
  ],
  hop: [
    ['fine', 75],
    ['knee', 23.2],
    ['deep', 0.8],
    ['not-tried', 1],
  ],
  night: [
    ['none', 82],
    ['turning', 13],
    ['wakes', 5],
  ],
  rest: [
    ['none', 38],
    ['settles', 58.5],
    ['constant', 3.5],
  ],
  lump: [
    ['none', 98.5],
    ['bone', 0.3],
    ['behind', 0.7],
    ['soft', 0.5],
  ],
  systemic: [
    ['no', 98],
    ['yes', 2],
  ],
  joints: [
    ['no', 96],
    ['yes', 4],
  ],
  tick: [
    ['none', 80],
    ['exposed', 18],
    ['bite', 2],
  ],
  numb: [
    ['none', 97],
    ['patch', 2],
    ['leg', 0.9],
    ['foot-drop', 0.05],
    ['saddle', 0.05],
  ],
  foot: [
    ['fine', 99.4],
    ['runs', 0.5],
    ['now', 0.1],
  ],
  exertional: [
    ['no', 97],
    ['yes', 3],
  ],
  'after-hard': [
    ['none', 99.9],
    ['tense', 0.05],
    ['dark-urine', 0.05],
  ],
  'hip-twist': [
    ['no', 93],
    ['yes', 7],
  ],
  back: [
    ['no', 88],
    ['yes', 12],
  ],
  timing: [
    ['start', 20],
    ['fixed', 18],
    ['builds', 32],
    ['warms-up', 15],
    ['after', 15],
  ],
  snap: [
    ['none', 88],
    ['front-inner', 5],
    ['outer', 3],
    ['other', 4],
  ],
  runner: [
    ['new', 20],
    ['regular', 69],
    ['high', 11],
  ],
  'tried-result': [
    ['better', 28],
    ['returns', 34],
    ['same', 30],
    ['worse', 8],
  ],
};

export const GROWING_UNDER_18_PERCENT = 65;
export const GROWING_18_TO_19_PERCENT = 12;

export const TICKS: Readonly<Record<string, Ticks>> = {
  hurts: {
    'stairs-down': 40,
    'stairs-up': 25,
    squat: 40,
    sitting: 25,
    downhill: 35,
    uphill: 15,
    speed: 20,
    jumping: 20,
    kneeling: 20,
    twisting: 12,
    straightening: 8,
    walking: 12,
  },
  load: { started: 8, longer: 25, more: 15, faster: 12, hills: 12, shoes: 10, surface: 5 },
  medicines: { steroid: 1.2, quinolone: 0.6, thinner: 0.8, 'painkiller-before': 10 },
  history: { operation: 6, ligament: 5, dislocation: 2, arthritis: 4, cancer: 0.8 },
  tried: { rest: 45, exercises: 35, supervised: 12, injection: 1.5 },
};
/** Missed periods are asked about but only women between 14 and 50 can miss them; thin bones rise with age. */
export const BONE_RISK = {
  periodsPercent: 4,
  stressFracturePercent: 4,
  underEatingPercent: 3,
  thinBonesPercent: 0.4,
  thinBonesFrom50Percent: 4,
};
/** From 50 on. */
export const TICKS_FROM_50: Readonly<Record<string, Ticks>> = {
  medicines: { steroid: 2, quinolone: 0.8, thinner: 4, 'painkiller-before': 12 },
  history: { replacement: 1, operation: 12, ligament: 7, dislocation: 2, arthritis: 12, cancer: 4 },
};

export interface Benign {
  readonly place: Rates;
  readonly answers?: Readonly<Record<string, Rates>>;
  readonly hurts?: Ticks;
}

const JOINT: Benign['answers'] = {
  onset: [
    ['gradual', 55],
    ['sudden', 22],
    ['injury', 23],
  ],
  swelling: [
    ['none', 66],
    ['slight', 29],
    ['clear', 4.8],
    ['huge', 0.2],
  ],
  walking: [
    ['normal', 91],
    ['limping', 8.7],
    ['cannot', 0.3],
  ],
  locks: [
    ['never', 62],
    ['catches', 33],
    ['sticks', 4.5],
    ['locked-now', 0.5],
  ],
  'gives-way': [
    ['never', 74],
    ['pain-buckle', 23],
    ['unstable', 3],
  ],
  night: [
    ['none', 68],
    ['turning', 25],
    ['wakes', 7],
  ],
};
const WORN: Benign['answers'] = {
  swelling: [
    ['none', 68],
    ['slight', 28],
    ['clear', 3.9],
    ['huge', 0.1],
  ],
  night: [
    ['none', 64],
    ['turning', 22],
    ['wakes', 14],
  ],
  rest: [
    ['none', 28],
    ['settles', 62],
    ['constant', 10],
  ],
  onset: [
    ['gradual', 90],
    ['sudden', 7],
    ['injury', 3],
  ],
};
const STRAIN: Benign['answers'] = {
  onset: [
    ['gradual', 25],
    ['sudden', 60],
    ['injury', 15],
  ],
  calf: [
    ['no', 95],
    ['yes', 5],
  ],
};

/** Places and what differs from the usual, by condition. Our choice, after the check's own descriptions. */
export const BENIGN: Readonly<Record<string, Benign>> = {
  pfp: {
    place: [
      ['kneecap', 60],
      ['front', 20],
      ['inner-kneecap-edge', 8],
      ['beside-tendon', 5],
      ['deep', 4],
      ['below-kneecap', 3],
    ],
    hurts: { 'stairs-down': 75, squat: 80, sitting: 55, downhill: 60 },
  },
  itb: {
    place: [
      ['outer-above', 60],
      ['outer', 30],
      ['outer-line', 10],
    ],
    answers: {
      timing: [
        ['fixed', 65],
        ['builds', 25],
        ['start', 5],
        ['after', 5],
      ],
      'bone-spot': [
        ['none', 55],
        ['outer-point', 42],
        ['fibula', 2],
        ['other', 1],
      ],
    },
    hurts: { downhill: 75, sitting: 8, squat: 12 },
  },
  'patellar-tendon': {
    place: [
      ['below-kneecap', 80],
      ['front', 15],
      ['shin-bump', 5],
    ],
    answers: {
      spot: [
        ['point', 80],
        ['palm', 18],
        ['all-over', 2],
      ],
      timing: [
        ['warms-up', 55],
        ['start', 20],
        ['builds', 15],
        ['after', 10],
      ],
    },
    hurts: { jumping: 75, squat: 65, speed: 45 },
  },
  'quad-tendon': {
    place: [
      ['above-kneecap', 85],
      ['front', 15],
    ],
    hurts: { squat: 75, 'stairs-up': 50, jumping: 40 },
  },
  'fat-pad': {
    place: [
      ['beside-tendon', 60],
      ['below-kneecap', 25],
      ['front', 15],
    ],
    hurts: { straightening: 75, kneeling: 45 },
  },
  plica: {
    place: [
      ['inner-kneecap-edge', 75],
      ['inner', 15],
      ['front', 10],
    ],
    answers: {
      snap: [
        ['none', 45],
        ['front-inner', 52],
        ['other', 3],
      ],
    },
  },
  'pes-anserine': {
    place: [
      ['inner-below', 75],
      ['inner', 25],
    ],
    answers: {
      'bone-spot': [
        ['none', 88],
        ['shin', 8],
        ['other', 4],
      ],
    },
    hurts: { 'stairs-up': 60 },
  },
  popliteus: {
    place: [
      ['back-outer', 70],
      ['outer-line', 15],
      ['back', 15],
    ],
    hurts: { downhill: 75 },
  },
  'biceps-femoris': {
    place: [
      ['outer-below', 55],
      ['back-outer', 35],
      ['outer', 10],
    ],
    answers: {
      snap: [
        ['none', 60],
        ['outer', 40],
      ],
      'bone-spot': [
        ['none', 88],
        ['fibula', 10],
        ['other', 2],
      ],
    },
    hurts: { speed: 60 },
  },
  'osgood-schlatter': {
    place: [
      ['shin-bump', 90],
      ['front', 10],
    ],
    answers: {
      'bone-spot': [
        ['none', 20],
        ['bump', 80],
      ],
    },
    hurts: { kneeling: 75, jumping: 65 },
  },
  'sinding-larsen': {
    place: [
      ['below-kneecap', 85],
      ['front', 15],
    ],
    answers: {
      'bone-spot': [
        ['none', 50],
        ['kneecap', 50],
      ],
    },
    hurts: { jumping: 65 },
  },
  'muscle-strain': {
    place: [
      ['calf', 45],
      ['thigh', 30],
      ['back-inner', 10],
      ['lower-leg', 15],
    ],
    answers: STRAIN,
    hurts: { speed: 60 },
  },
  'meniscus-medial': {
    place: [
      ['inner-line', 70],
      ['inner', 25],
      ['deep', 5],
    ],
    answers: JOINT,
    hurts: { twisting: 65, squat: 60 },
  },
  'meniscus-lateral': {
    place: [
      ['outer-line', 70],
      ['outer', 25],
      ['deep', 5],
    ],
    answers: JOINT,
    hurts: { twisting: 65, squat: 60 },
  },
  oa: {
    place: [
      ['inner-line', 35],
      ['inner', 15],
      ['kneecap', 25],
      ['deep', 25],
    ],
    answers: WORN,
    hurts: { walking: 40, 'stairs-down': 55 },
  },
  'baker-cyst': {
    place: [
      ['back-middle', 70],
      ['back', 30],
    ],
    answers: {
      lump: [
        ['none', 45],
        ['behind', 55],
      ],
      swelling: [
        ['none', 55],
        ['slight', 40],
        ['clear', 5],
      ],
    },
  },
  'collateral-sprain': {
    place: [
      ['inner-above', 30],
      ['inner', 40],
      ['inner-line', 20],
      ['outer-below', 10],
    ],
    answers: {
      onset: [
        ['injury', 85],
        ['sudden', 12],
        ['gradual', 3],
      ],
      swelling: [
        ['none', 60],
        ['slight', 35],
        ['clear', 5],
      ],
      'gives-way': [
        ['never', 65],
        ['pain-buckle', 29],
        ['unstable', 6],
      ],
    },
  },
  other: {
    place: [
      ['kneecap', 25],
      ['front', 20],
      ['inner', 20],
      ['outer', 20],
      ['back', 10],
      ['deep', 5],
    ],
  },
};
