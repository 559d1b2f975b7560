/** What the starred weights rest on; every other weight is our choice. */
import type { EvidenceId } from '../evidence/mark.ts';

export interface SourcedWeight {
  /** A condition, or a class with `@`. */
  readonly of: string;
  /** As in the weights. */
  readonly token: string;
  readonly sources: readonly EvidenceId[];
  readonly says: string;
}

export const SOURCED_WEIGHTS: readonly SourcedWeight[] = [
  {
    of: '@bone',
    token: 'BONERISK',
    sources: ['femoral-stress-series'],
    says: 'An earlier stress fracture: odds 5 times; low energy and thin bones by analogy.',
  },
  ...['locks=catches', 'gives-way=pain-buckle', 'spot=point'].map((token): SourcedWeight => ({
    of: '@joint',
    token,
    sources: ['niu-2011', 'katz-2017'],
    says: 'What people say of it relates little to a torn meniscus, over 45 not at all.',
  })),
  {
    of: 'pfp',
    token: 'hurts:squat',
    sources: ['nunes-2013'],
    says: 'Likelihood 1.8 with, 0.2 without pain on squatting.',
  },
  ...['pop=yes', 'pop=no'].map((token): SourcedWeight => ({
    of: 'cruciate-tear',
    token,
    sources: ['wagemakers-2010'],
    says: 'A pop: likelihood 2.3.',
  })),
  {
    of: 'cruciate-tear',
    token: 'swell-speed=two-hours',
    sources: ['noyes-1980', 'maffulli-1993'],
    says: 'Early swelling: a torn ligament in 67 to 72 of 100.',
  },
  ...['night=wakes', 'night=none'].map((token): SourcedWeight => ({
    of: 'tumour',
    token,
    sources: ['widhe-2000', 'sasaki-2014'],
    says: 'Pain at night in 21 of 100 bone sarcomas, and in about 5 of 100 sound knees.',
  })),
  {
    of: 'tumour',
    token: 'lump=none',
    sources: ['widhe-2000'],
    says: 'A lump at the first visit in 34 to 39 of 100.',
  },
  {
    of: 'joint-infection',
    token: 'fever=no',
    sources: ['margaretten-2007'],
    says: 'About half of infected joints come without fever.',
  },
  ...['calf=no', 'clot-risk=yes'].map((token): SourcedWeight => ({
    of: 'blood-clot',
    token,
    sources: ['goodacre-2005'],
    says: 'A calf not swollen 0.57; earlier clot 2.25, bed 1.98, operation 1.76.',
  })),
  ...['fever=yes', 'walking=normal'].map((token): SourcedWeight => ({
    of: 'lyme',
    token,
    sources: ['milewski-2011'],
    says: 'Against infection: less fever, and they walked. Direction only.',
  })),
];
