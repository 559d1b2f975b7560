/** The screens of the interview: what is asked together. From screen 9 on the order is by worth. */
export interface Screen {
  readonly number: number;
  /** Shown as one list of signs with a "none of these" button. */
  readonly checklist: 'right-now' | 'joint' | 'whole-body' | null;
  readonly questions: readonly string[];
}

const screen = (number: number, questions: string, checklist: Screen['checklist'] = null): Screen => ({
  number,
  checklist,
  questions: questions.split(' '),
});

/** Screens in order, by number. Our choice, as the clinical document has it. */
export const SCREENS: readonly Screen[] = [
  screen(1, 'age sex growing'),
  screen(2, 'side place'),
  screen(3, 'spot'),
  screen(4, 'onset event'),
  screen(5, 'weeks course'),
  screen(6, 'hot fever foot numb after-hard calf breath clot-risk', 'right-now'),
  screen(7, 'walking'),
  screen(8, 'swelling swell-speed infection-risk'),
  screen(9, 'pop gives-way locks straight-leg bend', 'joint'),
  screen(10, 'night rest'),
  screen(11, 'bone-spot hop'),
  screen(12, 'load runner'),
  screen(13, 'bone-risk medicines'),
  screen(14, 'timing'),
  screen(15, 'hurts'),
  screen(16, 'systemic stiff-min joints tick lump history', 'whole-body'),
  screen(17, 'hip-twist back exertional'),
  screen(18, 'snap'),
  screen(19, 'tried tried-result'),
];

/** Up to here the order is fixed: who, where, how, and what cannot wait. A screen's number; our choice. */
export const FIXED_UP_TO = 8;
/** Up to this screen's number all are asked of everybody: what every answer is read by. Our choice. */
export const ALWAYS_UP_TO = 3;
