/** How strong the ground under a statement is: drawn as a mark beside it, always with a word. */
export type EvidenceMark =
  /** The runner's own runs and answers. */
  | 'own-data'
  /** Four steps: expert rule or our choice · lab or small study · large cohort or trials that agree · randomised or review. */
  | 'expert'
  | 'lab'
  | 'cohort'
  | 'randomised';

/** Points into the evidence registry: the id of a source or claim, or `our-choice`. */
export type EvidenceId = string;
