/** Which questionnaires are built in, and why others are not: a licence is confirmed before a questionnaire is used. */
export interface QuestionnaireLicence {
  readonly id: string;
  readonly name: string;
  readonly included: boolean;
  readonly why: string;
}

export const QUESTIONNAIRES: readonly QuestionnaireLicence[] = [
  {
    id: 'akps',
    name: 'Anterior knee pain scale (Kujala)',
    included: true,
    why: 'Published and widely free to use; the words here are our own.',
  },
  { id: 'koos-pf', name: 'KOOS-PF', included: false, why: 'Said to be free; not confirmed by us.' },
  {
    id: 'uwri',
    name: 'Wisconsin running injury and recovery index',
    included: false,
    why: 'Its university has to be asked.',
  },
  {
    id: 'lefs',
    name: 'Lower extremity functional scale',
    included: false,
    why: 'Under copyright; its author has to be asked.',
  },
  {
    id: 'ostrc',
    name: 'OSTRC overuse questions',
    included: false,
    why: 'Its points are from memory and its licence is not confirmed.',
  },
];
