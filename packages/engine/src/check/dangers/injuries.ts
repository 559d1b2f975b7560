/** Understated injuries: broken bones, torn tendons, ligaments and menisci. */
import { danger, type Danger } from './danger.ts';

export const FRACTURES: readonly Danger[] = [
  danger(
    'age=61 sex=female onset=injury event=other weeks=.4 place=kneecap walking=normal swelling=none',
    'slipped off a kerb, walks, feels silly to ask; over 55 a fresh injury is X-rayed',
  ),
  danger(
    'age=34 onset=injury event=blow-or-fall weeks=.2 place=kneecap bone-spot=kneecap walking=normal',
    'fell on the kneecap on a trail and ran home; the bone itself is sore',
  ),
  danger(
    'age=41 onset=injury event=landing weeks=.5 place=outer-below bone-spot=fibula swelling=unsure',
    'rolled over the foot, sore at the outer knob, which is broken high up',
  ),
  danger(
    'age=29 onset=injury event=twist weeks=.3 place=deep bend=no walking=normal',
    'plateau fracture: walks on it, cannot bend it to a right angle',
  ),
  danger(
    'age=52 onset=injury event=blow-or-fall weeks=.7 place=front walking=normal swelling=none bend=yes bone-spot=none',
    'fell at 52; the age and the fall alone call for an X-ray',
  ),
  danger(
    'age=35 onset=injury event=blow-or-fall weeks=.3 place=shin-bump bone-spot=bump walking=normal',
    'bump of the shin knocked off by a fall, called a bruise',
  ),
  danger(
    'age=46 onset=injury event=landing weeks=1.5 place=inner-below bone-spot=shin walking=limping',
    'jumped off a wall ten days ago, limps, one sore spot on the shin bone',
  ),
  danger(
    'age=38 onset=injury event=blow-or-fall weeks=3 place=outer-line walking=limping course=same',
    'lateral plateau fracture three weeks old, still limping',
  ),
  danger(
    'age=27 onset=unsure event=blow-or-fall place=kneecap weeks=unsure bone-spot=unsure bend=unsure',
    'fell at night, remembers little, has not pressed anywhere',
  ),
  danger(
    'age=67 onset=injury event=push-off weeks=.9 place=inner-line swelling=slight hop=not-tried',
    'brittle plateau gave under a push-off',
  ),
  danger(
    'age=11 onset=injury event=blow-or-fall weeks=.5 place=front walking=normal',
    'child fell from a bicycle, runs about again, is not seen by anyone',
  ),
  danger(
    'age=31 onset=injury event=blow-or-fall weeks=.3 place=kneecap straight-leg=no',
    'split kneecap: cannot hold the straight leg up',
  ),
  danger(
    'age=44 onset=sudden weeks=.5 place=inner-above walking=limping rest=constant',
    'insufficiency fracture that nobody calls an injury',
  ),
  danger(
    'age=58 onset=injury event=twist weeks=unsure walking=unsure',
    'half an interview after a fall on stairs',
  ),
  danger(
    'age=36 onset=injury event=landing weeks=.6 place=deep swell-speed=two-hours swelling=none walking=normal',
    'swelled at once and is flat again by the end of the week: it was blood',
  ),
];

export const TORN_TENDONS: readonly Danger[] = [
  danger(
    'age=49 onset=sudden weeks=.3 place=kneecap straight-leg=no walking=limping pop=unsure',
    'quadriceps tendon: missed stair, leg will not hold',
  ),
  danger(
    'age=39 onset=injury event=push-off weeks=.1 place=below-kneecap straight-leg=unsure walking=limping',
    'patellar tendon: has not tried to lift it',
  ),
  danger(
    'age=56 onset=gradual weeks=2 place=above-kneecap straight-leg=no',
    'partial tear that gave way slowly',
  ),
  danger(
    'age=62 onset=gradual weeks=3 place=front straight-leg=no gives-way=pain-buckle',
    'quadriceps gone weak, told as an old knee',
  ),
  danger(
    'age=45 onset=sudden pop=yes place=above-kneecap weeks=1 walking=normal swelling=none',
    'felt it snap, walks',
  ),
  danger(
    'age=33 onset=sudden pop=unsure place=below-kneecap straight-leg=unsure',
    'sprint, something went, unsure',
  ),
  danger('age=42 onset=sudden place=kneecap straight-leg=unsure walking=limping', 'limps since a jump'),
  danger(
    'age=14 onset=sudden weeks=.2 place=below-kneecap walking=limping',
    'sleeve of the kneecap tip pulled off',
  ),
  danger(
    'age=15 onset=sudden weeks=.5 place=shin-bump bone-spot=bump pop=yes walking=normal',
    'bump torn off at take-off',
  ),
  danger(
    'age=50 onset=injury event=twist straight-leg=no weeks=12 place=above-kneecap',
    'missed for three months',
  ),
];

export const LIGAMENTS_AND_MENISCI: readonly Danger[] = [
  danger(
    'age=26 onset=injury event=twist pop=yes weeks=1 place=deep swelling=none walking=normal',
    'heard it, feels fine',
  ),
  danger(
    'age=23 onset=injury event=landing gives-way=unstable weeks=10 place=deep swelling=none walking=normal',
    'cruciate ligament: only gives way on turning',
  ),
  danger(
    'age=37 locks=sticks place=inner-line onset=gradual swelling=none',
    'sticks once a week, shakes it free',
  ),
  danger(
    'age=37 locks=locked-now place=deep onset=gradual swelling=none walking=normal',
    'will not go straight, no pain',
  ),
  danger(
    'age=21 onset=injury event=kneecap-out weeks=.5 place=kneecap swelling=none',
    'slipped out and back by itself',
  ),
  danger('age=17 onset=injury event=kneecap-out weeks=unsure place=inner-kneecap-edge', 'will not say when'),
  danger(
    'age=28 onset=injury event=twist swelling=clear weeks=2.5 swell-speed=day place=deep',
    'plays on with a big knee',
  ),
  danger(
    'age=28 onset=sudden swell-speed=day swelling=none weeks=3 place=inner-line',
    'swelled overnight, gone again',
  ),
  danger('age=24 gives-way=unstable onset=unsure place=front', 'unstable, cause forgotten'),
  danger(
    'age=47 onset=sudden weeks=2 place=inner-line locks=unsure bend=unsure swelling=slight',
    'squatted, has been odd',
  ),
];
