/** All understated dangers, by what is behind them. */
import { CHILDRENS_HIPS, MEDICINES, NERVES, TIRING_BONES, TUMOURS } from './bone-and-nerve.ts';
import type { Danger } from './danger.ts';
import { FRACTURES, LIGAMENTS_AND_MENISCI, TORN_TENDONS } from './injuries.ts';
import { ARTERIES, CLOTS, INFECTIONS, INFLAMMATIONS } from './joint-and-vessel.ts';

export const DANGERS: Readonly<Record<string, readonly Danger[]>> = {
  'a broken bone': FRACTURES,
  'an infection': INFECTIONS,
  'a clot': CLOTS,
  'the hip of a child': CHILDRENS_HIPS,
  'a bone that tires': TIRING_BONES,
  'a tumour': TUMOURS,
  'a torn tendon': TORN_TENDONS,
  'an artery or pressure in a muscle': ARTERIES,
  'a nerve or the back': NERVES,
  'what a medicine does': MEDICINES,
  'a ligament or meniscus': LIGAMENTS_AND_MENISCI,
  'an inflammation': INFLAMMATIONS,
};
