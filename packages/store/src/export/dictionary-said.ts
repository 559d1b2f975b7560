import type { Dictionary } from './dictionary-types.ts';

const RUNNER = ['whose it is; one runner uses `me`', '—'] as const;
const SIDE = ['left or right knee', '—'] as const;
const AT = ['when it was said', 'ms since 1970, UTC'] as const;
const OFFSET = ['the runner’s clock ahead of UTC then', 'min'] as const;
const ENTRY = ['names the entry', '—'] as const;
const WORDS = ['in the runner’s own words', '—'] as const;

/** What the runner told. */
export const SAID_TABLES: Pick<
  Dictionary,
  | 'runner'
  | 'check_in'
  | 'event'
  | 'knee_check'
  | 'pain_entry'
  | 'taken'
  | 'questionnaire'
  | 'strength_session'
> = {
  runner: {
    is: 'What was told once.',
    columns: {
      runner_id: RUNNER,
      settings: ['when the ache began and where, its family, the warning signs', 'JSON'],
    },
  },
  check_in: {
    is: 'One answer about a knee: during a run, that evening, the next morning, two days later.',
    columns: {
      runner_id: RUNNER,
      check_in_id: ['names the answer', '—'],
      activity_id: ['the run it is about; empty where there is none', '—'],
      side: SIDE,
      moment: ['during, evening, next-morning or 48h', '—'],
      at_ms: AT,
      utc_offset_min: OFFSET,
      pain: ['worst pain', '0–10'],
      onset_m: ['where in the run it began', 'm'],
      stop_sign: ['whether there was a sign to stop; empty where not asked', '1 or 0'],
      painkiller: ['whether something that hides pain was taken; empty where not asked', '1 or 0'],
      eased: ['whether an ache eased as the run went on; empty where not asked', '1 or 0'],
      about_hash: ['the file whose recording it was about: `content_hash` of `source`', '—'],
      about_position: ['which recording of that file', 'count'],
    },
  },
  event: {
    is: 'What takes a runner out of a rest or back into it, besides runs and answers.',
    columns: {
      runner_id: RUNNER,
      event_id: ['names the event', '—'],
      arrival: ['order in which they were kept', 'count'],
      kind: ['walked-30-min, flag-raised, answers-corrected, way-in-passed, cleared-by-professional', '—'],
      date: ['the runner’s day, YYYY-MM-DD', 'day'],
      pain: ['worst during a walk', '0–10'],
      who: ['who cleared the knee', '—'],
      allowed: ['what they allowed', '—'],
    },
  },
  knee_check: {
    is: 'One knee check, finished or under way.',
    columns: {
      runner_id: RUNNER,
      check_id: ['names the check', '—'],
      revision: ['how often it was changed', 'count'],
      begun_at_ms: ['when it was begun', 'ms since 1970, UTC'],
      finished_at_ms: ['when it was finished; empty while under way', 'ms since 1970, UTC'],
      kept: ['its answers and what they came to', 'JSON'],
    },
  },
  pain_entry: {
    is: 'Pain at a place, from the diary.',
    columns: {
      runner_id: RUNNER,
      entry_id: ENTRY,
      side: SIDE,
      place: ['region of the body map', '—'],
      at_ms: AT,
      utc_offset_min: OFFSET,
      pain: ['how bad', '0–10'],
      words: WORDS,
    },
  },
  taken: {
    is: 'Something that can hide pain, from the diary.',
    columns: {
      runner_id: RUNNER,
      entry_id: ENTRY,
      what: ['what it was', '—'],
      at_ms: AT,
      utc_offset_min: OFFSET,
      words: WORDS,
    },
  },
  questionnaire: {
    is: 'A questionnaire that was filled in.',
    columns: {
      runner_id: RUNNER,
      entry_id: ENTRY,
      questionnaire: ['which one: akps', '—'],
      at_ms: AT,
      utc_offset_min: OFFSET,
      answers: ['place of the chosen option, by item', 'JSON'],
    },
  },
  strength_session: {
    is: 'A strength session that was done.',
    columns: {
      runner_id: RUNNER,
      session_id: ['names the session', '—'],
      at_ms: ['when it ended', 'ms since 1970, UTC'],
      date: ['the runner’s day, YYYY-MM-DD', 'day'],
      phase: ['calm, build or run-specific', '—'],
      day: ['A or B; empty in the calm phase', '—'],
      rpe: ['effort of the whole session; empty where not said', '0–10'],
      exercises: ['each exercise with its sets, repetitions, seconds, kg and pain', 'JSON'],
    },
  },
};
