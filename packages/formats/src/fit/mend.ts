/** Finding the way again after damage: where do sound records go on? */
import type { Warning } from '../read-result.ts';
import type { Definition } from './definition.ts';
import { at } from './extent.ts';
import { MESSAGE } from './profile.ts';

/** In a file known to be damaged, a record this far in time from the last one is damage and no pause. Our choice. */
export const PLAUSIBLE_STEP_S = 24 * 3600;
/** So many messages in a row must fit before bytes after damage are believed. Our choice. */
const SOUND_IN_A_ROW = 4;
/** Damage in more places than this is no file any more. Our choice; it also bounds the time. */
export const MOST_MENDS = 64;

/** The first byte from which several messages in a row are known kinds, records among them, at plausible times. */
export function nextSound(
  view: DataView,
  bytes: Uint8Array,
  from: number,
  end: number,
  definitions: readonly (Definition | undefined)[],
  lastTime: number,
): number | null {
  for (let start = from; start < end; start++) {
    let position = start;
    let time = lastTime;
    let fits = 0;
    while (fits < SOUND_IN_A_ROW && position < end) {
      const header = bytes[position] as number;
      const definition = (header & 0xf0) === 0 ? definitions[header] : undefined;
      if (
        definition?.message !== MESSAGE.record ||
        definition.timeOffset < 0 ||
        position + 1 + definition.size > end
      )
        break;
      const stated = view.getUint32(position + 1 + definition.timeOffset, definition.littleEndian);
      if (stated < time || stated - time > PLAUSIBLE_STEP_S) break;
      time = stated;
      fits += 1;
      position += 1 + definition.size;
    }
    if (fits === SOUND_IN_A_ROW) return start;
  }
  return null;
}

export interface Damage {
  places: number;
  bytes: number;
  firstAt: number | null;
}

export const damageWarning = ({ places, bytes, firstAt }: Damage): Warning => ({
  code: 'damaged',
  text: `Damaged in ${places} ${places === 1 ? 'place' : 'places'}, first at byte ${at(firstAt ?? 0)}: ${at(bytes)} bytes are left out, and nothing was guessed.`,
});
