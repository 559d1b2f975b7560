/** Where popular advice disagrees: both sides, what was found, and what Kneewise does. */
import type { EvidenceId } from '../evidence/mark.ts';

export interface Disagreement {
  /** Permanent. */
  readonly id: string;
  readonly topic: string;
  readonly oneSide: string;
  readonly otherSide: string;
  readonly found: string;
  readonly here: string;
  /** Empty where nothing was found. */
  readonly sources: readonly EvidenceId[];
}

export const DISAGREEMENTS: readonly Disagreement[] = [
  {
    id: 'roller',
    topic: 'Foam roller and the outer band',
    oneSide: 'Roll it daily.',
    otherSide: 'It cannot stretch, and rolling harms.',
    found:
      'One bout changed no stiffness in 30 healthy people. Stretching, usual care and hip work did alike in a pilot.',
    here: 'Neither cure nor harm is shown. Not on the sore point; load and hips first.',
    sources: ['pepper'],
  },
  {
    id: 'rest',
    topic: 'Rest',
    oneSide: 'Stop until it is gone.',
    otherSide: 'Keep moving.',
    found:
      'Education on load did as well as with exercise or gait added, in 69 runners. Full rest was not tested.',
    here: 'Relative rest by the edge; a full stop for bone, limp and swelling.',
    sources: ['esculier-2018'],
  },
  {
    id: 'steps-180',
    topic: '180 steps a minute',
    oneSide: 'Everyone 170 to 180.',
    otherSide: 'Your own.',
    found:
      'Cadence follows speed and leg length. Ten per cent more steps lowered the force on the kneecap by 14 to 19 %.',
    here: 'Your own and 5 % more, at most 10 %.',
    sources: ['lenhart-2014', 'bonacci-2018'],
  },
  {
    id: 'surface',
    topic: 'Surface',
    oneSide: 'Grass rather than concrete.',
    otherSide: 'It makes little difference.',
    found: 'Shock on grass was higher, 8.2 against 7.5 g.',
    here: 'Vary it, change slowly; no ranking.',
    sources: [],
  },
  {
    id: 'shoes',
    topic: 'Shoes',
    oneSide: 'The right support, or the softest.',
    otherSide: 'Shoes mask.',
    found:
      'Hard against soft: 1.52 times the injuries, mostly in light runners. Fitting shoes to foot types: no benefit, as we remember it (not checked).',
    here: 'Comfort, rotate pairs; a new pair is a change of load.',
    sources: ['relph-2022'],
  },
  {
    id: 'anti-inflammatories',
    topic: 'Anti-inflammatories',
    oneSide: 'They help a sprain.',
    otherSide: 'They hide and harm.',
    found:
      'Over 80 km, kidney injury in 52 against 34 % of 89 runners; the interval includes no difference. A survey found more unwanted effects.',
    here: 'Never before a run; ask a pharmacist for other uses.',
    sources: ['lipman-2017', 'kuster-2013'],
  },
  {
    id: 'ice',
    topic: 'Ice',
    oneSide: 'Rest, ice, compression, elevation.',
    otherSide: 'It numbs and slows healing.',
    found: 'Little evidence from trials.',
    here: 'For comfort only.',
    sources: ['bleakley-2004'],
  },
  {
    id: 'q-angle',
    topic: 'Wide hips and women',
    oneSide: 'Wide hips cause it.',
    otherSide: 'They don’t.',
    found: 'Not a risk factor.',
    here: 'Not measured, not blamed.',
    sources: [],
  },
  {
    id: 'weak-hips',
    topic: 'Weak hips',
    oneSide: 'They drop the knee in.',
    otherSide: 'A result, not a cause.',
    found: 'They did not predict it, in adolescents the opposite; hip work still helps.',
    here: 'Trained because it helps.',
    sources: [],
  },
  {
    id: 'stretching',
    topic: 'Static stretching',
    oneSide: 'It prevents injury.',
    otherSide: 'It is useless.',
    found: '1,538 recruits: 0.95 times the injuries (0.77 to 1.18).',
    here: 'Warm up by moving; stretch later if you like it.',
    sources: ['pope-2000'],
  },
  {
    id: 'lean',
    topic: 'Leaning forward',
    oneSide: 'Lean 7 to 10°.',
    otherSide: 'Don’t.',
    found: 'Seven degrees more lowered stress by 6 %; injured runners lean more.',
    here: 'A cue to try, no rule.',
    sources: ['teng-powers-2014'],
  },
  {
    id: 'ten-per-cent',
    topic: 'The 10 % rule',
    oneSide: 'Never more.',
    otherSide: 'Arbitrary.',
    found:
      'A trial found no difference. One run more than 10 % over the month’s longest: 1.64 times the injuries.',
    here: 'Watches the longest run, shows both.',
    sources: ['buist-2008', 'frandsen-2025'],
  },
  {
    id: 'ruins-knees',
    topic: 'Running and arthritis',
    oneSide: 'It erodes the knee.',
    otherSide: 'It protects the knee.',
    found:
      'Hip or knee arthritis: recreational runners 3.5 %, sedentary people 10.2 %, competitive runners 13.3 %, in self-selected groups.',
    here: 'Not shown to harm recreational runners.',
    sources: ['alentorn-geli-2017'],
  },
];
