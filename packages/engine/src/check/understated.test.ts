/**
 * Understated dangers: what a tired or hopeful runner would say. Beside the few words of the story everything else is
 * well, unsaid, or half answered, and none may end in looking after it alone.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { answersOf } from '../testing/clinical.ts';
import { WELL } from '../testing/well.ts';
import type { Answers } from './answers.ts';
import { triage } from './triage.ts';

const STORIES: Readonly<Record<string, readonly string[]>> = {
  fracture: [
    'age=38 onset=injury event=blow-or-fall weeks=.3 walking=limping place=outer-below',
    'age=57 onset=injury event=twist weeks=.5 place=kneecap',
    'age=44 onset=injury event=landing weeks=2.5 bone-spot=kneecap place=kneecap',
    'age=30 onset=injury event=blow-or-fall weeks=4 walking=limping place=front',
    'age=14 onset=sudden weeks=.5 place=shin-bump pop=yes',
    'age=50 onset=injury event=blow-or-fall weeks=1 bend=no place=deep swelling=slight',
  ],
  infection: [
    'hot=yes place=kneecap weeks=.5',
    'swelling=slight infection-risk=yes place=deep weeks=.5 rest=constant',
    'history=replacement place=deep',
    'medicines=steroid swelling=slight hot=unsure infection-risk=yes',
    'fever=unsure hot=unsure swelling=slight',
    'infection-risk=yes hot=yes place=front',
    'age=9 walking=limping place=deep weeks=.3',
  ],
  clot: [
    'place=calf clot-risk=yes',
    'place=back-middle calf=unsure',
    'place=lower-leg calf=unsure weeks=1',
    'calf=yes place=kneecap',
    'place=thigh calf=unsure clot-risk=yes',
    'place=calf onset=sudden calf=unsure',
    'breath=unsure place=calf',
    'place=calf weeks=.5 rest=constant',
  ],
  'hip in a child': [
    'age=12 place=kneecap',
    'age=13 place=thigh',
    'age=15 walking=limping place=front',
    'age=17 place=groin',
    'age=14 hip-twist=unsure place=kneecap',
    'age=11 place=lower-thigh',
    'age=18 growing=yes place=kneecap hip-twist=yes',
    'age=19 growing=unsure place=thigh',
  ],
  'bone that tires': [
    'place=groin load=longer',
    'place=inner-below load=started',
    'place=shin load=more bone-spot=shin',
    'place=thigh hop=deep',
    'place=kneecap rest=constant runner=high',
    'bone-risk=periods place=inner-below',
    'bone-risk=under-eating place=kneecap',
    'place=inner-line load=longer rest=constant',
    'place=hip hop=deep',
    'place=front tried=supervised+that-is-all tried-result=same load=more',
    'place=inner-above night=wakes',
    'place=kneecap hop=deep',
    'place=outer-above bone-spot=thigh',
    'age=60 place=inner-line onset=sudden rest=constant',
    'place=lower-thigh load=more',
    'place=inner rest=unsure hop=unsure bone-spot=unsure load=longer runner=new',
    'place=front rest=unsure night=unsure hop=not-tried bone-spot=unsure load=longer+more',
  ],
  tumour: [
    'night=wakes place=lower-thigh',
    'lump=bone place=inner-below',
    'lump=unsure place=lower-thigh age=17',
    'night=wakes age=22 place=front',
    'rest=constant course=worse place=front weeks=8',
    'systemic=yes place=kneecap',
    'history=cancer place=kneecap',
    'lump=soft place=thigh',
    'night=unsure rest=unsure lump=unsure age=20 place=front weeks=8',
    'onset=injury event=blow-or-fall weeks=6 night=wakes place=inner-above',
    'age=30 course=worse weeks=6 place=above-kneecap',
  ],
  'torn tendon': [
    'straight-leg=no place=above-kneecap',
    'onset=sudden pop=yes place=above-kneecap weeks=.2',
    'onset=injury event=push-off straight-leg=unsure place=below-kneecap',
    'age=55 onset=sudden straight-leg=no place=kneecap',
    'medicines=quinolone place=above-kneecap',
    'medicines=steroid pop=yes onset=sudden place=below-kneecap',
  ],
  artery: [
    'foot=runs place=calf',
    'exertional=yes place=calf',
    'exertional=unsure place=calf foot=unsure',
    'exertional=yes place=back-middle',
    'exertional=yes place=shin numb=patch',
    'exertional=unsure place=back-outer',
    'foot=unsure place=kneecap',
  ],
  nerve: [
    'numb=leg place=thigh',
    'numb=patch place=outer-below',
    'numb=unsure back=yes place=buttock',
    'back=yes place=thigh',
    'numb=leg place=kneecap',
    'numb=unsure place=outer-below',
  ],
  medicines: [
    'medicines=thinner swelling=slight onset=sudden',
    'medicines=thinner onset=injury event=twist weeks=1',
    'medicines=quinolone place=kneecap',
    'medicines=unsure place=above-kneecap',
    'medicines=steroid course=worse',
    'medicines=steroid place=kneecap',
  ],
  'ligament or meniscus': [
    'onset=injury event=twist pop=yes weeks=3 place=deep',
    'onset=injury event=landing gives-way=unstable weeks=20 place=deep',
    'onset=injury event=twist swell-speed=two-hours weeks=5 place=inner-line',
    'locks=sticks place=inner-line',
    'onset=injury event=kneecap-out weeks=8 place=kneecap',
    'onset=injury event=twist swell-speed=two-hours weeks=20 place=kneecap',
  ],
  inflammation: [
    'stiff-min=45 place=kneecap',
    'stiff-min=20 joints=yes side=both',
    'swelling=slight tick=bite',
    'swelling=clear',
  ],
  'muscle pressure': ['after-hard=unsure place=shin onset=injury weeks=.1'],
};

const ALL = Object.entries(STORIES).flatMap(([danger, told]) => told.map((said) => ({ danger, said })));

describe('an understated danger is never looked after alone', () => {
  for (const { danger, said } of ALL)
    it(`${danger}: ${said}`, () => {
      const story = answersOf(said);
      assert.notEqual(triage({ ...WELL, ...story }).level, 'self-manage', 'with all else well');
      assert.notEqual(triage(story).level, 'self-manage', 'with nothing else said');
    });

  it('nor half answered', () => {
    const questions = Object.keys(WELL);
    fc.assert(
      fc.property(fc.constantFrom(...ALL), fc.subarray(questions), ({ said }, unsaid) => {
        const rest: Answers = Object.fromEntries(Object.entries(WELL).filter(([id]) => !unsaid.includes(id)));
        assert.notEqual(triage({ ...rest, ...answersOf(said) }).level, 'self-manage', said);
      }),
      { numRuns: 3000 },
    );
  });

  it('are about a hundred, of every kind the check looks for', () => {
    assert.ok(ALL.length > 90);
    assert.ok(Object.keys(STORIES).length >= 10);
  });
});
