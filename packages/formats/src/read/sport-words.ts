/**
 * The sport a file means, by FIT's names: from a field that states it, or from a title a person or an app wrote.
 * A title that speaks of two sports, or of none we know, says nothing.
 */
import type { Sport } from '@kneewise/engine';

export interface StatedSport {
  readonly sport: Sport;
  readonly subSport: string | null;
}

const plain = (sport: Sport, subSport: string | null = null): StatedSport => ({ sport, subSport });

/** What `<type>` and `Sport="…"` hold, in lower case without spaces and signs. */
const STATED: Readonly<Record<string, StatedSport>> = {
  running: plain('running'),
  run: plain('running'),
  jogging: plain('running'),
  trailrunning: plain('running', 'trail'),
  trailrun: plain('running', 'trail'),
  treadmillrunning: plain('running', 'treadmill'),
  treadmill: plain('running', 'treadmill'),
  indoorrunning: plain('running', 'indoor_running'),
  trackrunning: plain('running', 'track'),
  streetrunning: plain('running', 'street'),
  ultrarun: plain('running', 'ultra'),
  virtualrun: plain('running', 'virtual_activity'),
  biking: plain('cycling'),
  bike: plain('cycling'),
  cycling: plain('cycling'),
  ride: plain('cycling'),
  roadbiking: plain('cycling', 'road'),
  mountainbiking: plain('cycling', 'mountain'),
  gravelcycling: plain('cycling', 'gravel_cycling'),
  indoorcycling: plain('cycling', 'indoor_cycling'),
  virtualride: plain('cycling', 'virtual_activity'),
  walking: plain('walking'),
  walk: plain('walking'),
  hiking: plain('hiking'),
  hike: plain('hiking'),
  swimming: plain('swimming'),
  swim: plain('swimming'),
  lapswimming: plain('swimming', 'lap_swimming'),
  openwaterswimming: plain('swimming', 'open_water'),
  rowing: plain('rowing'),
  skiing: plain('alpine_skiing'),
  nordicski: plain('cross_country_skiing'),
  crosscountryskiing: plain('cross_country_skiing'),
  // Strava's numbers, which older exports write; only those that exports bear out.
  '1': plain('cycling'),
  '4': plain('hiking'),
  '9': plain('running'),
  '10': plain('walking'),
  '16': plain('swimming'),
};

/** The sport a field names, or null where it names none we know (`other`, `12`, a free word). */
export const statedSport = (value: string): StatedSport | null => {
  const key = value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return Object.hasOwn(STATED, key) ? (STATED[key] ?? null) : null;
};

/** Whole words of titles, in the languages of the large apps. */
const WORDS: readonly (readonly [Sport, ReadonlySet<string>])[] = [
  [
    'running',
    new Set(
      (
        'run runs running jog jogging parkrun treadmill trailrun longrun ' +
        'lauf laufen dauerlauf waldlauf joggen ' +
        'footing correr carrera corsa corrida hardlopen hardloop ochtendloop middagloop avondloop duurloop ' +
        'löpning löprunda joggingtur løp løpetur løping løb løbetur juoksu juoksulenkki bieg bieganie przebieżka běh běhání futás ' +
        'бег пробежка біг koşu τρέξιμο ריצה lari'
      ).split(' '),
    ),
  ],
  [
    'cycling',
    new Set(
      (
        'ride rides cycling bike biking velo vélo radfahrt radfahren radtour rad bicicleta bici ciclismo ' +
        'fietsen fietstocht fietsrit cykling cykeltur sykkeltur pyöräily kolo zwift велосипед mtb'
      ).split(' '),
    ),
  ],
  [
    'walking',
    new Set(
      'walk walks walking spaziergang gehen marche caminata camminata caminhada wandeling promenad gåtur kävely spacer прогулка'.split(
        ' ',
      ),
    ),
  ],
  [
    'hiking',
    new Set('hike hikes hiking wanderung wandern randonnée senderismo escursione trilha'.split(' ')),
  ],
  [
    'swimming',
    new Set(
      'swim swims swimming schwimmen natation natación nuoto natação zwemmen simning плавание'.split(' '),
    ),
  ],
  ['cross_country_skiing', new Set('langlauf skilanglauf'.split(' '))],
];

/** Words that are written together or without spaces. */
const PHRASES: readonly (readonly [Sport, RegExp])[] = [
  ['running', /course (?:à|a) pied|ランニング|ラン(?![ドチキプ])|跑步|晨跑|夜跑|午跑|달리기|러닝/u],
  ['cycling', /サイクリング|ライド|骑行|騎行|자전거/u],
  ['walking', /ウォーキング|散歩|步行|걷기/u],
  ['swimming', /水泳|游泳|수영/u],
];

/** German puts words together: Abendlauf, Wettkampflauf, but not Langlauf or Eislauf. */
const GERMAN_RUN = /(?<!lang|eis|ski|schi|roll|schlittschuh|kreis|ver|ab|ein|zu|vor|ur|um|an|aus)lauf$/u;

/** The one sport a title speaks of, or null for none or several. */
export function sportFromName(name: string): Sport | null {
  const spaced = name
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase();
  const found = new Set<Sport>();
  for (const [sport, phrase] of PHRASES) if (phrase.test(spaced)) found.add(sport);
  for (const word of spaced.split(/[^\p{L}\p{M}]+/u)) {
    for (const [sport, words] of WORDS) if (words.has(word)) found.add(sport);
    if (word.length > 4 && GERMAN_RUN.test(word)) found.add('running');
  }
  const [sport] = found;
  return found.size === 1 && sport !== undefined ? sport : null;
}
