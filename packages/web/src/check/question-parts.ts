/** What every kind of question is given. */
import type { CheckQuestion, Given } from '../api/types.ts';

export interface QuestionProps {
  readonly question: CheckQuestion;
  /** What is said of it now, also what is still on its way to the server. */
  readonly said: Given | null;
  readonly onSay: (said: Given | null) => void;
  /** Ids of its heading and of its help. */
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
}
