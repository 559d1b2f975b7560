/** The sport of an activity: as stated, else as its titles say (with a warning), else unknown. Never guessed. */
import type { Warning } from '../read-result.ts';
import { sportFromName, statedSport, type StatedSport } from './sport-words.ts';

/**
 * @param stated the field of the format that holds a sport
 * @param titles names, notes and the file's own name, the most telling first; the first that names a sport counts
 */
export function decideSport(
  stated: string | null,
  titles: readonly (string | null)[],
): StatedSport & { readonly warnings: readonly Warning[] } {
  const direct = stated === null ? null : statedSport(stated);
  if (direct !== null) return { ...direct, warnings: [] };
  for (const title of titles) {
    const sport = title === null ? null : sportFromName(title);
    if (sport === null) continue;
    const text = `The file states no sport; “${title?.trim().slice(0, 80)}” says ${sport.replaceAll('_', ' ')}.`;
    return { sport, subSport: null, warnings: [{ code: 'sport-from-name', text }] };
  }
  return { sport: 'unknown', subSport: null, warnings: [] };
}
