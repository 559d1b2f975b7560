/** Strava's kind of activity, in the language of the account, by FIT's names. */
import { sportFromName, statedSport, type StatedSport } from '../read/sport-words.ts';

const of = (sport: string, subSport: string | null = null): StatedSport => ({ sport, subSport });

/** Strava's own kinds that no other format names. */
const KINDS: Readonly<Record<string, StatedSport>> = {
  emtbride: of('e_biking'),
  ebikeride: of('e_biking'),
  mountainbikeride: of('cycling', 'mountain'),
  gravelride: of('cycling', 'gravel_cycling'),
  velomobile: of('cycling'),
  handcycle: of('cycling', 'hand_cycling'),
  nordicski: of('cross_country_skiing'),
  rollerski: of('cross_country_skiing'),
  alpineski: of('alpine_skiing'),
  backcountryski: of('alpine_skiing', 'backcountry'),
  snowboard: of('snowboarding'),
  snowshoe: of('snowshoeing'),
  iceskate: of('ice_skating'),
  inlineskate: of('inline_skating'),
  rockclimbing: of('rock_climbing'),
  canoeing: of('paddling'),
  canoe: of('paddling'),
  kayaking: of('kayaking'),
  rowing: of('rowing'),
  virtualrow: of('rowing'),
  standuppaddling: of('stand_up_paddleboarding'),
  surfing: of('surfing'),
  kitesurf: of('kitesurfing'),
  windsurf: of('windsurfing'),
  sail: of('sailing'),
  golf: of('golf'),
  soccer: of('soccer'),
  tennis: of('tennis'),
  weighttraining: of('training', 'strength_training'),
  crossfit: of('training', 'strength_training'),
  workout: of('training'),
  yoga: of('training', 'yoga'),
  pilates: of('training', 'pilates'),
  elliptical: of('fitness_equipment', 'elliptical'),
  stairstepper: of('fitness_equipment', 'stair_climbing'),
  highintensityintervaltraining: of('training', 'hiit'),
  // Languages whose word for a run no title needs.
  traillauf: of('running', 'trail'),
  virtuellerlauf: of('running', 'virtual_activity'),
  trail: of('running', 'trail'),
  coursevirtuelle: of('running', 'virtual_activity'),
  carreradetrail: of('running', 'trail'),
  carreravirtual: of('running', 'virtual_activity'),
  corridadetrilha: of('running', 'trail'),
  corridavirtual: of('running', 'virtual_activity'),
  corsatrail: of('running', 'trail'),
  corsavirtuale: of('running', 'virtual_activity'),
  trailrunnen: of('running', 'trail'),
  virtuelehardloopsessie: of('running', 'virtual_activity'),
  hardloopsessie: of('running'),
  terränglöpning: of('running', 'trail'),
  トレイルラン: of('running', 'trail'),
  越野跑: of('running', 'trail'),
  트레일러닝: of('running', 'trail'),
};

/** @returns null for a kind that nobody here knows; it is never taken for a run */
export function stravaSport(type: string): StatedSport | null {
  const key = type
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  const own = Object.hasOwn(KINDS, key) ? KINDS[key] : undefined;
  if (own !== undefined) return own;
  const stated = /^\d+$/.test(key) ? null : statedSport(type);
  if (stated !== null) return stated;
  const sport = sportFromName(type);
  return sport === null ? null : of(sport);
}
