import assert from 'node:assert/strict';
import type { ReadActivity, ReadResult, Refusal } from '../read-result.ts';
import { readBytes } from '../read/read-source.ts';

export const readText = (text: string, name = 'a.tcx'): ReadResult =>
  readBytes(new TextEncoder().encode(text), name);

/** The activities of a file that must be readable. */
export function activitiesOf(result: ReadResult): readonly ReadActivity[] {
  assert.ok(result.ok, result.ok ? '' : `${result.refusal.code}: ${result.refusal.reason}`);
  return result.activities;
}

/** The one activity of a file that must hold one. */
export function onlyActivity(result: ReadResult): ReadActivity {
  const [activity, ...more] = activitiesOf(result);
  assert.ok(activity !== undefined && more.length === 0, 'one activity expected');
  return activity;
}

export function refusalOf(result: ReadResult): Refusal {
  assert.ok(!result.ok, 'a refusal expected');
  return result.refusal;
}

export const codesOf = ({ warnings }: ReadActivity): string[] => warnings.map(({ code }) => code);
