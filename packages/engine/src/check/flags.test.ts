import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answersOf } from '../testing/clinical.ts';
import { WELL } from '../testing/well.ts';
import type { Answers } from './answers.ts';
import { judgeFlags, type JudgedFlag } from './flags.ts';
import { RED_FLAGS } from './red-flags.ts';

const stateOf = (id: string, answers: Answers): JudgedFlag['is'] | undefined =>
  judgeFlags(answers).find(({ flag }) => flag.id === id)?.is;
const well = (said: string): Answers => ({ ...WELL, ...answersOf(said) });

/** What raises each flag in somebody who is otherwise well. */
const RAISED_BY: readonly (readonly [id: string, said: string])[] = [
  ['RF01', 'hot=yes fever=yes'],
  ['RF01', 'swelling=clear fever=yes'],
  ['RF01', 'hot=yes infection-risk=yes'],
  ['RF01', 'fever=yes walking=cannot'],
  ['RF02', 'numb=saddle'],
  ['RF03', 'foot=now'],
  ['RF04', 'after-hard=tense'],
  ['RF04', 'after-hard=dark-urine'],
  ['RF05', 'breath=yes'],
  ['RF06', 'place=thigh walking=cannot'],
  ['RF07', 'fever=yes rest=unsure'],
  ['RF07', 'fever=yes walking=limping'],
  ['RF07', 'fever=yes infection-risk=yes'],
  ['RF07', 'hot=yes swelling=slight'],
  ['RF07', 'hot=yes rest=unsure'],
  ['RF07', 'swelling=clear infection-risk=yes'],
  ['RF07', 'hot=yes medicines=steroid'],
  ['RF08', 'calf=yes'],
  ['RF08', 'calf=unsure place=calf'],
  ['RF08', 'calf=no clot-risk=yes place=lower-leg'],
  ['RF08', 'calf=no clot-risk=yes place=calf onset=sudden rest=unsure'],
  ['RF09', 'walking=cannot'],
  ['RF09', 'after-hard=unsure weeks=.5 onset=injury place=shin numb=patch'],
  ['RF10', 'onset=injury event=twist weeks=.5 bone-spot=fibula'],
  ['RF10', 'onset=injury event=twist weeks=unsure bend=no'],
  ['RF11', 'onset=sudden weeks=1 swell-speed=two-hours'],
  ['RF11', 'onset=injury event=kneecap-out weeks=1'],
  ['RF11', 'onset=injury event=twist weeks=1 medicines=thinner'],
  ['RF11', 'onset=sudden weeks=1 medicines=thinner swelling=slight'],
  ['RF12', 'locks=locked-now'],
  ['RF13', 'place=above-kneecap straight-leg=no'],
  ['RF13', 'onset=sudden straight-leg=unsure place=below-kneecap walking=limping'],
  ['RF14', 'age=12 swelling=clear walking=limping'],
  ['RF15', 'age=13 hip-twist=yes'],
  ['RF15', 'age=13 place=lower-thigh hop=not-tried'],
  ['RF16', 'place=groin night=wakes'],
  ['RF16', 'place=hip hop=deep'],
  ['RF16', 'place=hip bone-risk=periods'],
  ['RF16', 'place=buttock bone-risk=periods rest=unsure'],
  ['RF16', 'place=thigh onset=sudden night=wakes weeks=3'],
  ['RF17', 'age=20 lump=bone'],
  ['RF18', 'numb=foot-drop'],
  ['RF18', 'numb=unsure back=yes place=thigh'],
  ['RF19', 'medicines=quinolone place=below-kneecap'],
  ['RF19', 'medicines=quinolone onset=sudden'],
  ['RF19', 'medicines=quinolone walking=limping'],
  ['RF19', 'medicines=quinolone+steroid place=outer-above'],
  ['RF20', 'age=13 onset=sudden weeks=1 place=shin-bump pop=yes'],
  ['RF21', 'swelling=clear'],
  ['RF21', 'hot=yes'],
  ['RF22', 'onset=sudden pop=yes gives-way=pain-buckle'],
  ['RF22', 'onset=injury event=twist swell-speed=two-hours'],
  ['RF22', 'onset=injury event=twist gives-way=unstable'],
  ['RF22', 'onset=injury event=twist hot=yes'],
  ['RF23', 'night=wakes weeks=12'],
  ['RF23', 'night=wakes hop=not-tried'],
  ['RF23', 'night=wakes course=worse'],
  ['RF24', 'rest=constant'],
  ['RF24', 'medicines=steroid course=worse'],
  ['RF25', 'load=longer hop=deep'],
  ['RF25', 'runner=high bone-spot=kneecap hop=not-tried'],
  ['RF25', 'bone-risk=under-eating bone-spot=kneecap'],
  ['RF25', 'walking=limping hip-twist=unsure'],
  ['RF26', 'place=shin bone-risk=stress-fracture'],
  ['RF26', 'place=thigh bone-risk=stress-fracture'],
  ['RF26', 'place=inner-line medicines=steroid rest=unsure'],
  ['RF26', 'place=inner-below load=started bone-spot=unsure'],
  ['RF26', 'bone-risk=stress-fracture runner=high'],
  ['RF27', 'place=thigh night=unsure'],
  ['RF28', 'tried=rest tried-result=worse course=worse bone-spot=unsure'],
  ['RF28', 'tried=supervised tried-result=same load=longer rest=constant'],
  ['RF29', 'lump=soft'],
  ['RF30', 'systemic=yes'],
  ['RF30', 'fever=yes'],
  ['RF30', 'history=cancer night=wakes'],
  ['RF31', 'stiff-min=60 joints=unsure'],
  ['RF31', 'swelling=slight joints=yes'],
  ['RF31', 'swelling=slight tick=bite'],
  ['RF32', 'place=calf exertional=yes'],
  ['RF32', 'foot=runs'],
  ['RF33', 'age=13 locks=sticks'],
  ['RF33', 'age=17 hip-twist=yes'],
  ['RF34', 'weeks=9 tried=exercises tried-result=returns'],
  ['RF35', 'numb=patch'],
  ['RF35', 'onset=sudden pop=yes'],
  ['RF35', 'bone-spot=shin'],
  ['RF35', 'onset=sudden swell-speed=day'],
  ['RF35', 'onset=injury bone-spot=outer-point'],
  ['RF35', 'onset=injury bend=no weeks=20'],
  ['RF35', 'medicines=thinner'],
  ['RF35', 'medicines=painkiller-before load=longer'],
  ['RF35', 'place=calf exertional=no'],
  ['RF35', 'place=shin clot-risk=yes'],
  ['RF35', 'hop=deep'],
  ['RF35', 'rest=constant course=better'],
  ['RF35', 'stiff-min=20 joints=yes'],
  ['RF35', 'hip-twist=yes'],
  ['RF35', 'place=back-outer exertional=unsure'],
  ['RF35', 'place=back-middle clot-risk=yes'],
  ['RF35', 'place=inner-below runner=new'],
  ['RF36', 'history=replacement'],
  ['RF37', 'numb=leg back=yes'],
  ['RF38', 'medicines=quinolone place=outer-above'],
  ['RF39', 'place=calf onset=injury event=push-off clot-risk=yes'],
  ['RF40', 'straight-leg=no'],
];

describe('each red flag', () => {
  for (const [id, said] of RAISED_BY)
    it(`${id} is raised by ${said}`, () => assert.equal(stateOf(id, well(said)), 'raised'));

  it('is in the list above', () => {
    assert.deepEqual(
      [...new Set(RAISED_BY.map(([id]) => id))],
      RED_FLAGS.map(({ id }) => id),
    );
  });
  it('is cleared in somebody who is well', () => {
    const raisedOrOpen = judgeFlags({ ...WELL, place: ['calf'], onset: 'sudden' }).filter(
      ({ is }) => is !== 'cleared',
    );
    assert.deepEqual(
      raisedOrOpen.map(({ flag }) => flag.id),
      [],
    );
  });
  it('carries the answers that raised it, and these alone raise it', () => {
    for (const [id, said] of RAISED_BY) {
      const answers = well(said);
      const judged = judgeFlags(answers).find(({ flag }) => flag.id === id);
      const alone = Object.fromEntries(
        Object.entries(answers).filter(([question]) => judged?.because.includes(question)),
      );
      assert.equal(stateOf(id, alone), 'raised', `${id} by ${judged?.because.join(' ')}`);
    }
  });
});

type Steps = readonly (readonly [value: number, is: JudgedFlag['is']])[];

/** Below, at and above every number a rule compares with. */
const THRESHOLDS: readonly (readonly [id: string, said: string, question: string, steps: Steps])[] = [
  [
    'RF07',
    'infection-risk=yes swelling=clear',
    'weeks',
    [
      [5.9, 'raised'],
      [6, 'cleared'],
      [6.1, 'cleared'],
    ],
  ],
  [
    'RF07',
    'hot=yes night=wakes',
    'age',
    [
      [15, 'raised'],
      [16, 'cleared'],
      [17, 'cleared'],
    ],
  ],
  [
    'RF15',
    'hip-twist=yes growing=yes',
    'age',
    [
      [15, 'raised'],
      [16, 'cleared'],
      [17, 'cleared'],
    ],
  ],
  [
    'RF16',
    'place=thigh onset=sudden night=wakes',
    'weeks',
    [
      [1.9, 'cleared'],
      [2, 'cleared'],
      [2.1, 'raised'],
    ],
  ],
  [
    'RF35',
    'joints=yes',
    'stiff-min',
    [
      [14, 'cleared'],
      [15, 'raised'],
      [16, 'raised'],
    ],
  ],
  [
    'RF07',
    'fever=yes',
    'age',
    [
      [15, 'raised'],
      [16, 'cleared'],
      [17, 'cleared'],
    ],
  ],
  [
    'RF09',
    'after-hard=unsure onset=sudden place=shin rest=constant',
    'weeks',
    [
      [0.9, 'raised'],
      [1, 'raised'],
      [1.1, 'cleared'],
    ],
  ],
  [
    'RF10',
    'onset=injury event=twist bend=no',
    'weeks',
    [
      [0.9, 'raised'],
      [1, 'raised'],
      [1.1, 'cleared'],
    ],
  ],
  [
    'RF10',
    'onset=injury event=twist weeks=.5',
    'age',
    [
      [54, 'cleared'],
      [55, 'raised'],
      [56, 'raised'],
    ],
  ],
  [
    'RF10',
    'onset=injury event=blow-or-fall weeks=.5',
    'age',
    [
      [11, 'raised'],
      [12, 'cleared'],
      [50, 'cleared'],
      [51, 'raised'],
    ],
  ],
  [
    'RF11',
    'onset=sudden swell-speed=two-hours',
    'weeks',
    [
      [1.9, 'raised'],
      [2, 'raised'],
      [2.1, 'cleared'],
    ],
  ],
  [
    'RF14',
    'swelling=clear fever=yes',
    'age',
    [
      [15, 'raised'],
      [16, 'cleared'],
      [17, 'cleared'],
    ],
  ],
  [
    'RF15',
    'hip-twist=yes growing=no walking=limping',
    'age',
    [
      [17, 'raised'],
      [18, 'cleared'],
      [19, 'cleared'],
    ],
  ],
  [
    'RF15',
    'hip-twist=yes growing=yes walking=limping',
    'age',
    [
      [19, 'raised'],
      [20, 'cleared'],
      [21, 'cleared'],
    ],
  ],
  [
    'RF17',
    'lump=bone',
    'age',
    [
      [24, 'raised'],
      [25, 'cleared'],
      [26, 'cleared'],
    ],
  ],
  [
    'RF20',
    'age=13 onset=sudden place=shin-bump pop=yes',
    'weeks',
    [
      [1.9, 'raised'],
      [2, 'raised'],
      [2.1, 'cleared'],
    ],
  ],
  [
    'RF21',
    'swelling=slight',
    'age',
    [
      [15, 'raised'],
      [16, 'cleared'],
      [17, 'cleared'],
    ],
  ],
  [
    'RF22',
    'onset=sudden pop=yes swelling=slight',
    'weeks',
    [
      [11.9, 'raised'],
      [12, 'raised'],
      [12.1, 'cleared'],
    ],
  ],
  [
    'RF22',
    'onset=injury event=twist walking=limping',
    'weeks',
    [
      [0.9, 'cleared'],
      [1, 'raised'],
      [1.1, 'raised'],
    ],
  ],
  [
    'RF23',
    'night=wakes onset=injury event=twist course=worse',
    'weeks',
    [
      [1.9, 'cleared'],
      [2, 'cleared'],
      [2.1, 'raised'],
    ],
  ],
  [
    'RF23',
    'night=wakes onset=injury event=twist course=worse weeks=1',
    'age',
    [
      [24, 'raised'],
      [25, 'cleared'],
      [26, 'cleared'],
    ],
  ],
  [
    'RF23',
    'night=wakes hop=not-tried',
    'age',
    [
      [49, 'raised'],
      [50, 'cleared'],
      [51, 'cleared'],
    ],
  ],
  [
    'RF23',
    'night=wakes',
    'weeks',
    [
      [11.9, 'cleared'],
      [12, 'raised'],
      [12.1, 'raised'],
    ],
  ],
  [
    'RF23',
    'night=wakes',
    'age',
    [
      [24, 'raised'],
      [25, 'cleared'],
      [26, 'cleared'],
    ],
  ],
  [
    'RF28',
    'tried=supervised tried-result=same load=longer rest=constant',
    'weeks',
    [
      [25.9, 'raised'],
      [26, 'raised'],
      [26.1, 'cleared'],
    ],
  ],
  [
    'RF29',
    'lump=behind',
    'age',
    [
      [59, 'cleared'],
      [60, 'raised'],
      [61, 'raised'],
    ],
  ],
  [
    'RF31',
    'history=arthritis',
    'stiff-min',
    [
      [59, 'cleared'],
      [60, 'raised'],
      [61, 'raised'],
    ],
  ],
  [
    'RF31',
    'swelling=slight',
    'stiff-min',
    [
      [29, 'cleared'],
      [30, 'raised'],
      [31, 'raised'],
    ],
  ],
  [
    'RF33',
    'age=13 walking=limping',
    'weeks',
    [
      [0.9, 'cleared'],
      [1, 'raised'],
      [1.1, 'raised'],
    ],
  ],
  [
    'RF33',
    'age=13 bone-spot=shin',
    'weeks',
    [
      [1.9, 'cleared'],
      [2, 'raised'],
      [2.1, 'raised'],
    ],
  ],
  [
    'RF33',
    'age=13 hip-twist=unsure',
    'weeks',
    [
      [2.9, 'open'],
      [3, 'raised'],
      [3.1, 'raised'],
    ],
  ],
  [
    'RF33',
    'age=13 course=worse',
    'weeks',
    [
      [3.9, 'cleared'],
      [4, 'raised'],
      [4.1, 'raised'],
    ],
  ],
  [
    'RF34',
    'tried=rest+that-is-all tried-result=returns course=better',
    'weeks',
    [
      [7.9, 'cleared'],
      [8, 'raised'],
      [8.1, 'raised'],
    ],
  ],
  [
    'RF34',
    'course=same',
    'weeks',
    [
      [11.9, 'cleared'],
      [12, 'raised'],
      [12.1, 'raised'],
    ],
  ],
  [
    'RF34',
    'course=worse',
    'weeks',
    [
      [3.9, 'cleared'],
      [4, 'raised'],
      [4.1, 'raised'],
    ],
  ],
  [
    'RF35',
    '',
    'age',
    [
      [15, 'raised'],
      [16, 'cleared'],
      [17, 'cleared'],
    ],
  ],
  [
    'RF35',
    '',
    'stiff-min',
    [
      [29, 'cleared'],
      [30, 'raised'],
      [31, 'raised'],
    ],
  ],
  [
    'RF35',
    'onset=injury event=landing pop=no swell-speed=not-swollen gives-way=never bend=yes bone-spot=none',
    'age',
    [
      [49, 'cleared'],
      [50, 'raised'],
      [51, 'raised'],
    ],
  ],
  [
    'RF35',
    'age=20 course=worse',
    'weeks',
    [
      [1.9, 'open'],
      [2, 'raised'],
      [2.1, 'raised'],
    ],
  ],
];

describe('the thresholds of the rules', () => {
  for (const [id, said, question, steps] of THRESHOLDS)
    it(`${id} by ${question}: ${steps.map(([value, is]) => `${value} ${is}`).join(', ')}${said && ` (${said})`}`, () => {
      assert.deepEqual(
        steps.map(([value]) => stateOf(id, { ...well(said), [question]: value })),
        steps.map(([, is]) => is),
      );
    });

  it('are all in the list above', () => {
    const listed = new Set(THRESHOLDS.map(([id, , question]) => `${id} ${question}`));
    for (const { id, when } of RED_FLAGS)
      for (const [, question] of when.join(' ').matchAll(/\b(age|weeks|stiff-min)[<>]/g))
        assert.ok(listed.has(`${id} ${question}`), `${id} ${question}`);
  });
});
