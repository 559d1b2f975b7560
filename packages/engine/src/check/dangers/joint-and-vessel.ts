/** Understated infection, inflammation, clots and arteries. */
import { danger, type Danger } from './danger.ts';

export const INFECTIONS: readonly Danger[] = [
  danger(
    'age=28 onset=gradual weeks=.4 place=deep hot=yes swelling=none fever=no',
    'warm knee, no fever yet',
  ),
  danger(
    'age=57 hot=unsure swelling=slight infection-risk=yes fever=no place=deep weeks=.7',
    'injection last week',
  ),
  danger(
    'age=66 swelling=slight infection-risk=yes fever=unsure place=front weeks=1 night=wakes',
    'diabetes, bad nights',
  ),
  danger('age=34 fever=yes hot=no swelling=none walking=normal place=front weeks=.3', 'thinks it is a cold'),
  danger('age=34 fever=yes hot=unsure swelling=unsure place=front', 'has not looked at the knee'),
  danger(
    'age=23 onset=injury event=blow-or-fall weeks=1 hot=yes fever=no place=kneecap',
    'grazed knee, hot bursa',
  ),
  danger(
    'age=50 infection-risk=unsure hot=yes swelling=slight onset=injury event=other place=front',
    'blames a knock',
  ),
  danger(
    'age=71 history=replacement fever=no hot=no swelling=none place=deep weeks=6',
    'dull ache in a new knee',
  ),
  danger('age=71 history=replacement place=thigh walking=normal', 'ache above a new hip'),
  danger('age=8 fever=unsure walking=limping place=deep', 'the youngest the check is for, limping'),
  danger('age=10 fever=yes walking=normal place=thigh swelling=none hot=no', 'feverish child, sore thigh'),
  danger(
    'age=43 bend=unsure swelling=clear fever=no hot=no onset=gradual weeks=.5 place=deep',
    'stiff full knee',
  ),
  danger(
    'age=39 fever=yes onset=injury event=twist weeks=1 place=inner-line hot=no swelling=slight',
    'blames the twist',
  ),
  danger('age=64 medicines=steroid swelling=slight hot=no fever=no place=deep', 'immunity low, little heat'),
  danger(
    'age=30 night=wakes rest=constant weeks=1 place=shin fever=no course=worse',
    'infection in the shin bone',
  ),
  danger('age=48 hot=yes onset=sudden weeks=.2 swelling=unsure place=deep', 'woke with a hot knee'),
];

export const INFLAMMATIONS: readonly Danger[] = [
  danger(
    'age=30 stiff-min=unsure joints=unsure place=kneecap side=both',
    'both knees, mornings not thought about',
  ),
  danger('age=36 stiff-min=45 swelling=none place=deep side=both', 'stiff mornings, calls it age'),
  danger('age=36 stiff-min=unsure joints=yes swelling=slight place=deep', 'fingers too'),
  danger('age=29 swelling=slight onset=sudden hot=unsure weeks=2 place=deep', 'after a bowel infection'),
  danger(
    'age=13 swelling=slight onset=gradual walking=normal place=deep weeks=2',
    'child, puffy without injury',
  ),
  danger('age=44 tick=bite swelling=unsure place=deep', 'rash in July, puffy in November'),
  danger('age=32 swelling=clear onset=gradual walking=normal place=front weeks=4', 'full knee without pain'),
  danger('age=25 stiff-min=20 joints=yes swelling=none side=both place=kneecap', 'psoriasis'),
];

export const CLOTS: readonly Danger[] = [
  danger('age=35 sex=female place=calf calf=unsure clot-risk=yes weeks=.5', 'pill, flight, tight calf'),
  danger(
    'age=45 place=calf calf=no clot-risk=yes onset=gradual walking=normal',
    'calf called cramp after a flight',
  ),
  danger('age=52 place=back-middle calf=unsure weeks=1 lump=behind', 'cyst or clot behind the knee'),
  danger(
    'age=52 place=lower-leg calf=no clot-risk=unsure breath=no weeks=1',
    'will not say about the plaster',
  ),
  danger('age=40 place=lower-leg calf=no clot-risk=no rest=constant weeks=1', 'aches all day, nothing seen'),
  danger('age=38 place=kneecap calf=yes', 'knee asked about, leg swollen besides'),
  danger(
    'age=63 place=back calf=no clot-risk=yes onset=gradual',
    'bed rest last month, ache behind the knee',
  ),
  danger('age=31 sex=female place=thigh clot-risk=yes calf=no breath=no', 'pregnant, heavy thigh'),
  danger('age=55 breath=unsure place=calf calf=no clot-risk=no', 'a bit short of breath on stairs'),
  danger('age=27 breath=yes place=front', 'chest pain mentioned in passing'),
  danger('age=48 place=shin calf=no clot-risk=yes onset=gradual rest=none weeks=.7', 'plaster off last week'),
  danger('age=60 lump=behind calf=no place=back-middle swelling=none', 'pulsing or full at the back'),
  danger(
    'age=43 place=calf onset=gradual weeks=.5 calf=no clot-risk=no',
    'no strain remembered, calls it tight',
  ),
];

export const ARTERIES: readonly Danger[] = [
  danger('age=24 exertional=yes place=calf calf=no foot=fine', 'tight on every run, artery trapped'),
  danger('age=24 exertional=unsure place=calf calf=no clot-risk=no', 'has not noticed when it eases'),
  danger('age=51 exertional=yes place=back-middle foot=fine', 'smoker, back of the knee cramps'),
  danger('age=30 foot=runs place=outer-below', 'foot goes numb at 5 km'),
  danger('age=30 foot=unsure place=shin', 'never looked at the foot'),
  danger('age=22 exertional=yes place=shin numb=patch', 'compartment pressure'),
  danger('age=33 after-hard=tense place=shin weeks=.1', 'shin like wood since the race'),
  danger(
    'age=29 after-hard=unsure place=thigh onset=sudden weeks=.2 rest=constant',
    'thigh after a knee to it',
  ),
  danger('age=41 after-hard=dark-urine place=thigh walking=normal', 'cola-coloured after a hot ultra'),
];
