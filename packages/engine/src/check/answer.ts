/** Yes, no or unsure, after Kleene: what is not known stays not known until another answer decides. */
export type Answer = 'yes' | 'no' | 'unsure';

/** No as soon as one is no; yes only when all are. Of nothing: yes. */
export const all = (answers: readonly Answer[]): Answer =>
  answers.includes('no') ? 'no' : answers.includes('unsure') ? 'unsure' : 'yes';

/** Yes as soon as one is yes; no only when all are. Of nothing: no. */
export const any = (answers: readonly Answer[]): Answer =>
  answers.includes('yes') ? 'yes' : answers.includes('unsure') ? 'unsure' : 'no';

export const not = (answer: Answer): Answer => (answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : 'unsure');

/** Yes unless certainly no: the one place where "unsure" raises. */
export const may = (answer: Answer): Answer => (answer === 'no' ? 'no' : 'yes');

export const answerOf = (truth: boolean): Answer => (truth ? 'yes' : 'no');
