/** Words in capitals that the rules use, each for a condition. */
import { readRule, type Rule } from './rule.ts';

export const CONDITION_WORDS = {
  HIPZONE: 'place in groin,hip,buttock,thigh',
  UNHURT: 'onset in sudden,gradual',
  YOUNG: 'age<18 or (age<20 and growing)',
  JUMP: 'load in started,longer,more,faster,hills or runner=new',
  BONERISK: 'bone-risk in periods,stress-fracture,under-eating,thin-bones or medicines in steroid',
  LOADED: 'JUMP or runner=high or BONERISK',
  BONESIGN: 'rest=constant or night=wakes or walking=limping',
  BIG: 'swelling in clear,huge',
  PUFFY: 'swelling in slight,clear,huge',
  BONEPLACE:
    'place in front,kneecap,below-kneecap,shin-bump,inner,inner-above,inner-line,inner-below,deep,lower-thigh,thigh,groin,hip,shin',
} as const;

/** The same, read; a word may use those above it. */
export const WORD_RULES: Readonly<Record<string, Rule>> = Object.entries(CONDITION_WORDS).reduce<
  Record<string, Rule>
>((read, [word, text]) => {
  read[word] = readRule(text, read);
  return read;
}, {});
