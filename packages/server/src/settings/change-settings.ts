/** Keeps what the runner told, and what it means for raised flags: those are events, which a setting cannot take back. */
import { isFlagOpen } from '@kneewise/engine';
import type { HistoryStore, Settings } from '@kneewise/store';
import { checkRefers } from '../check/standing.ts';
import { type Clock, systemClock } from '../clock.ts';
import { spokenDay } from '../history.ts';

/**
 * A raised flag is recorded on its day. It ends by a clearance, or by the questions answered again from the start with
 * none raised; until then a changed setting alone ends nothing. Events come first: a stop between the two writes
 * leaves the runner with a question more, never with a run too many.
 */
export async function changeSettings(
  store: HistoryStore,
  runnerId: string,
  change: Partial<Omit<Settings, 'sample'>>,
  clock: Clock = systemClock,
): Promise<Settings> {
  const { flags } = change;
  if (flags !== undefined) {
    const [was, events, checks] = await Promise.all([
      store.settings(runnerId),
      store.events(runnerId),
      store.kneeChecks(runnerId),
    ]);
    const date = spokenDay({ settings: was }, clock);
    const record = (kind: 'flag-raised' | 'answers-corrected') => store.addEvent(runnerId, { kind, date });
    // Raised before events were kept: it does not get lost by the first change.
    const unrecorded = was.flags === 'raised' && !events.some(({ kind }) => kind === 'flag-raised');
    const open = isFlagOpen(events) || unrecorded;
    if (unrecorded || (flags === 'raised' && !open)) await record('flag-raised');
    // What a knee check raised ends by a check or a clearance, never by a setting.
    if (flags === 'none-raised' && open && was.flags === 'unanswered' && !checkRefers(checks, events))
      await record('answers-corrected');
  }
  return store.saveSettings(runnerId, change);
}
