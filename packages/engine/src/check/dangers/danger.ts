/** A dangerous story as somebody tells it who is tired, hopeful, or answers only half. */
export interface Danger {
  /** Answers as `question=value`; lists joined by `+`, or item by item in braces. What is not said is left to the test. */
  readonly said: string;
  /** What is behind it, and why it is easily missed. */
  readonly story: string;
}

export const danger = (said: string, story: string): Danger => ({ said, story });
