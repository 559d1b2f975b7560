/** Sessions that were done and are not on the server yet: kept in this browser until it answers. */
import type { QueryClient } from '@tanstack/react-query';
import { ApiError, call } from '../api/client.ts';
import type { StrengthSession } from '../api/types.ts';
import type { Session } from './play/session.ts';

const WAITING = 'kneewise.strength.waiting';
const DRAFT = 'kneewise.strength.draft';
/** Tried again so often while something waits. Our choice; ms */
const AGAIN_MS = 5000;

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}
/** A browser that keeps nothing still plays. */
function write(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Full or forbidden: the page itself still has it.
  }
}

export const keepDraft = (session: Session | null): void => write(DRAFT, session);
export const draft = (): Session | null => read(DRAFT) as Session | null;

export const waiting = (): readonly StrengthSession[] => (read(WAITING) as StrengthSession[] | null) ?? [];
const heeding = new Set<() => void>();
/** Told whenever more or fewer wait. @returns how to stop */
export function heedWaiting(tell: () => void): () => void {
  heeding.add(tell);
  return () => heeding.delete(tell);
}
function setWaiting(sessions: readonly StrengthSession[]): void {
  write(WAITING, sessions.length === 0 ? null : sessions);
  for (const tell of heeding) tell();
}
export const addWaiting = (session: StrengthSession): void =>
  setWaiting([...waiting().filter(({ id }) => id !== session.id), session]);
/** @returns whether it still waited */
export function dropWaiting(id: string): boolean {
  const left = waiting().filter((each) => each.id !== id);
  const was = left.length < waiting().length;
  setWaiting(left);
  return was;
}

/** Nothing of this runner stays in the browser. */
export function forgetStrength(): void {
  setWaiting([]);
  keepDraft(null);
}

export const removeSession = (id: string): Promise<unknown> =>
  call('DELETE', `/api/strength/sessions/${encodeURIComponent(id)}`);

const isAway = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 0 || error.status >= 500);

let again: ReturnType<typeof setTimeout> | undefined;

/**
 * Sends what waits, each under its own id, so that twice is once. While the server is away it stays and is tried again;
 * what the server refuses is let go and told.
 * @returns what was sent, and the refusal in the server's words
 */
export async function sendWaiting(
  client?: QueryClient,
): Promise<{ readonly sent: number; readonly refused: string | null }> {
  clearTimeout(again);
  let sent = 0;
  let refused: string | null = null;
  for (const session of waiting()) {
    try {
      await call('POST', '/api/strength/sessions', session);
      sent += 1;
      dropWaiting(session.id);
    } catch (error) {
      if (isAway(error)) {
        again = setTimeout(() => void sendWaiting(client), AGAIN_MS);
        break;
      }
      refused = error instanceof Error ? error.message : String(error);
      dropWaiting(session.id);
    }
  }
  if (sent > 0) await client?.invalidateQueries({ queryKey: ['answers'] });
  return { sent, refused };
}
