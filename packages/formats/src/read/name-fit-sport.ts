/** A FIT file that states no sport may be named after one; with a warning, and only where it holds one activity. */
import type { ReadResult } from '../read-result.ts';
import { decideSport } from './decide-sport.ts';

export function nameFitSport(result: ReadResult, fileName: string): ReadResult {
  if (!result.ok) return result;
  const [only, ...more] = result.activities;
  if (only === undefined || more.length > 0 || only.recording.sport !== 'unknown') return result;
  const { sport, warnings } = decideSport(null, [only.recording.name, fileName]);
  if (sport === 'unknown') return result;
  return {
    ok: true,
    activities: [{ recording: { ...only.recording, sport }, warnings: [...only.warnings, ...warnings] }],
  };
}
