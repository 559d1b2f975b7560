/** Understated hips of children, bones that tire, tumours, nerves, and what medicines do. */
import { danger, type Danger } from './danger.ts';

export const CHILDRENS_HIPS: readonly Danger[] = [
  danger('age=unsure place=kneecap', 'a parent answers, skips the age, and all else sounds well'),
  danger('age=12 place=kneecap walking=normal hip-twist=unsure weeks=3', 'knee only; nobody turned the hip'),
  danger(
    'age=13 place=front walking=limping hip-twist=no weeks=2',
    'limps after football, hip said to be fine',
  ),
  danger('age=14 place=lower-thigh walking=normal hip-twist=unsure hop=not-tried', 'thigh above the knee'),
  danger('age=11 place=inner walking=unsure hip-twist=yes', 'foot turns out, hip stiff'),
  danger('age=15 place=groin walking=normal hip-twist=no hop=fine', 'groin, all else denied'),
  danger('age=16 place=thigh walking=limping weeks=20 course=comes-and-goes', 'months of coming and going'),
  danger('age=17 place=kneecap hip-twist=yes walking=normal', 'tall boy, sore knee, stiff hip'),
  danger('age=19 growing=unsure place=hip walking=normal hop=unsure', 'not sure whether still growing'),
  danger('age=9 place=thigh walking=normal weeks=8', 'Perthes: limps only in the evening'),
  danger('age=unsure place=thigh walking=unsure', 'parent answers for a child and skips the age'),
  danger('age=12 place=deep walking=normal hip-twist=unsure rest=settles weeks=.5', 'one week of knee pain'),
  danger('age=13 onset=sudden walking=limping place=kneecap weeks=.3', 'slipped while running, still walks'),
];

export const TIRING_BONES: readonly Danger[] = [
  danger(
    'age=24 sex=female place=groin load=longer+that-is-all walking=normal hop=fine',
    'marathon build, groin only',
  ),
  danger(
    'age=30 place=inner-below load=started+that-is-all hop=unsure bone-spot=unsure rest=settles',
    'novice, inner shin',
  ),
  danger(
    'age=32 sex=female place=inner-below runner=new hop=not-tried bone-spot=none side=both',
    'both inner sides',
  ),
  danger(
    'age=27 place=kneecap runner=high load=more+that-is-all hop=unsure bone-spot=unsure',
    'kneecap of 100 km a week',
  ),
  danger(
    'age=21 place=front load=more+that-is-all weeks=3 tried=supervised+that-is-all tried-result=same',
    'recruit, rehab in vain',
  ),
  danger('age=59 place=inner-line rest=constant onset=gradual weeks=5', 'plateau, now at rest'),
  danger(
    'age=26 sex=female bone-risk=periods+that-is-all place=kneecap walking=normal hop=fine',
    'no periods',
  ),
  danger('age=26 sex=female bone-risk=under-eating place=outer-above', 'eats little, calls it the band'),
  danger(
    'age=33 bone-risk=stress-fracture+that-is-all place=front runner=high',
    'has broken a bone by running before',
  ),
  danger('age=66 bone-risk=thin-bones+that-is-all place=inner-line rest=settles', 'thin bones'),
  danger(
    'age=29 place=thigh load=faster+that-is-all walking=normal hop=fine night=none rest=settles',
    'aches mid-thigh',
  ),
  danger('age=35 place=shin hop=deep load=none bone-spot=none', 'deep on hopping, denies all else'),
  danger(
    'age=35 place=deep hop=unsure rest=unsure night=unsure bone-spot=unsure load=longer',
    'tired of questions',
  ),
  danger(
    'age=40 place=shin bone-spot=shin load=none runner=regular walking=normal hop=fine',
    'one sore spot',
  ),
  danger('age=44 place=inner-above night=wakes weeks=4 course=better', 'femur, says it is getting better'),
  danger('age=31 place=buttock walking=limping', 'sacrum or femoral neck'),
  danger('age=18 sex=female place=hip runner=high', 'high school, 60 miles a week'),
  danger('age=38 place=inner walking=limping onset=gradual weeks=2 hip-twist=no', 'limp with no cause'),
  danger('age=38 place=inner-line course=worse weeks=5 load=longer+that-is-all', 'growing pain in a build'),
  danger(
    'age=28 sex=female place=inner-below bone-risk=unsure hop=unsure bone-spot=unsure load=unsure',
    'unsure of all',
  ),
  danger(
    'age=45 place=inner-below medicines=painkiller-before+that-is-all load=longer+that-is-all hop=fine',
    'pain masked by tablets',
  ),
  danger(
    'age=52 place=inner-above onset=sudden rest=settles walking=limping',
    'bone under the joint surface',
  ),
  danger('age=23 place=shin load=started+that-is-all bone-spot=unsure hop=fine', 'recruit, shin not pressed'),
  danger('age=34 place=lower-thigh hop=fine rest=settles night=none', 'above the knee, nothing else'),
];

export const TUMOURS: readonly Danger[] = [
  danger('age=16 place=lower-thigh night=unsure lump=none', 'wakes, does not say so'),
  danger('age=19 place=front night=wakes weeks=5 course=better', 'better this week'),
  danger('age=22 place=inner-below lump=unsure weeks=9', 'has not felt for a lump'),
  danger('age=24 onset=injury event=blow-or-fall weeks=8 night=wakes place=front', 'a fall explains it'),
  danger('age=17 onset=injury event=twist weeks=6 rest=constant place=inner-above', 'a twist explains it'),
  danger('age=33 lump=soft place=back-inner night=none', 'painless soft lump'),
  danger('age=41 lump=bone place=shin night=none rest=none', 'hard lump, no pain'),
  danger('age=54 history=cancer+that-is-all place=thigh', 'breast cancer years ago'),
  danger('age=61 history=cancer place=kneecap rest=settles', 'does not connect the two'),
  danger('age=38 systemic=yes place=kneecap', 'tired for weeks'),
  danger('age=14 place=deep weeks=10 course=same night=none rest=settles', 'two months, told growing pains'),
  danger('age=23 place=below-kneecap weeks=3 course=worse night=turning', 'getting worse under 25'),
  danger('age=45 rest=constant night=wakes weeks=14 place=inner-above course=same', 'aches day and night'),
  danger('age=20 place=front rest=unsure night=unsure lump=unsure systemic=unsure', 'skipped the lists'),
  danger('age=30 weeks=13 course=same place=lower-thigh', 'three months, only thigh'),
  danger('age=35 night=wakes weeks=2 place=front course=unsure', 'wakes; has not followed it'),
];

export const NERVES: readonly Danger[] = [
  danger('age=50 numb=saddle place=low-back', 'numb between the legs, embarrassed'),
  danger('age=50 numb=unsure back=yes place=low-back+thigh', 'bladder not mentioned'),
  danger('age=36 numb=foot-drop place=outer-below walking=normal', 'catches the toes'),
  danger(
    'age=36 numb=unsure place=outer-below onset=injury event=blow-or-fall weeks=.5',
    'outer knob struck',
  ),
  danger('age=44 numb=leg back=yes place=front', 'thigh weak, knee blamed'),
  danger('age=44 numb=leg place=kneecap back=no', 'stairs give way, leg weak'),
  danger('age=29 numb=patch place=inner-below', 'numb patch on the inner shin'),
  danger('age=55 back=yes place=buttock+calf numb=none', 'shoots down on coughing'),
];

export const MEDICINES: readonly Danger[] = [
  danger('age=40 medicines=quinolone place=outer-above', 'antibiotic for a bladder infection'),
  danger('age=40 medicines=quinolone+steroid place=below-kneecap walking=normal', 'both together'),
  danger(
    'age=40 medicines={quinolone:unsure,steroid:no} place=above-kneecap',
    'some antibiotic, name forgotten',
  ),
  danger('age=62 medicines=thinner place=deep onset=injury event=twist weeks=3 swelling=none', 'bled slowly'),
  danger('age=62 medicines=thinner place=deep onset=gradual swelling=slight', 'puffy on a thinner'),
  danger(
    'age=30 medicines=thinner place=kneecap onset=gradual swelling=none',
    'bleeding disorder, small bleeds',
  ),
  danger('age=35 medicines=steroid place=kneecap', 'asthma courses; bone thinner'),
  danger('age=47 medicines=steroid place=inner-above onset=sudden', 'bone under the joint surface'),
  danger('age=28 medicines=unsure place=below-kneecap', 'will look at the box later'),
  danger(
    'age=33 medicines={thinner:unsure} onset=injury event=blow-or-fall weeks=.5 place=front',
    'unsure what it is',
  ),
  danger(
    'age=36 medicines=painkiller-before+that-is-all place=shin load=more+that-is-all',
    'runs on tablets',
  ),
  danger(
    'age=39 tried=injection+that-is-all medicines=steroid tried-result=returns place=deep',
    'injected twice',
  ),
  danger(
    'age=34 medicines={steroid:unsure,quinolone:no,thinner:no} place=kneecap',
    'an injection whose content was never told',
  ),
  danger(
    'age=41 medicines={thinner:unsure,quinolone:no,steroid:no} place=kneecap onset=sudden',
    'a pill for the heart, name forgotten',
  ),
];
