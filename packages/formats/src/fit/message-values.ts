/** What a message says in one field; undefined or null where it says nothing of that kind. */
import { OLDEST_DATE } from './profile.ts';
import type { Message } from './wire.ts';

export const numberOf = (message: Message | undefined, field: number): number | undefined => {
  const value = message?.fields.get(field);
  return typeof value === 'number' ? value : undefined;
};
export const textOf = (message: Message | undefined, field: number): string | null => {
  const value = message?.fields.get(field);
  return typeof value === 'string' ? value : null;
};
export const dateOf = (message: Message | undefined, field: number): number | undefined => {
  const value = field === 253 ? (message?.timestamp ?? undefined) : numberOf(message, field);
  return value !== undefined && value >= OLDEST_DATE ? value : undefined;
};
