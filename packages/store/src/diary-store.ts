/** What a runner writes down besides runs and check-ins: pain by place, what may hide it, and questionnaires. */
import type { AkpsAnswers, Side } from '@kneewise/engine';

/** When something was written down, on the runner's own clock. */
interface Moment {
  /** Epoch milliseconds. */
  readonly atMs: number;
  readonly utcOffsetMin: number;
}

export interface PainEntry extends Moment {
  readonly id: string;
  readonly side: Side;
  /** A region of the body map without its side, or a place beside the map. */
  readonly place: string;
  /** 0–10, whole. */
  readonly pain: number;
  readonly words: string | null;
}

/** Something that can hide pain. */
export interface Taken extends Moment {
  readonly id: string;
  readonly what:
    | 'anti-inflammatory'
    | 'paracetamol'
    | 'stronger-painkiller'
    | 'gel'
    | 'cold'
    | 'tape-or-brace';
  readonly words: string | null;
}

export interface Filled extends Moment {
  readonly id: string;
  readonly questionnaire: 'akps';
  readonly answers: AkpsAnswers;
}

/** Each list is oldest first; each removal says whether it was there. */
export interface DiaryStore {
  painEntries(runnerId: string): Promise<readonly PainEntry[]>;
  addPainEntry(runnerId: string, entry: Omit<PainEntry, 'id'>): Promise<PainEntry>;
  removePainEntry(runnerId: string, id: string): Promise<boolean>;
  taken(runnerId: string): Promise<readonly Taken[]>;
  addTaken(runnerId: string, taken: Omit<Taken, 'id'>): Promise<Taken>;
  removeTaken(runnerId: string, id: string): Promise<boolean>;
  filled(runnerId: string): Promise<readonly Filled[]>;
  addFilled(runnerId: string, filled: Omit<Filled, 'id'>): Promise<Filled>;
  removeFilled(runnerId: string, id: string): Promise<boolean>;
}
