/** The stick figure of an exercise, ready to be drawn: points by name, and the bones between them. */
import type { ExerciseId } from './exercise.ts';
import { POSES } from './poses.ts';

export const JOINTS = [
  'head',
  'neck',
  'shoulder',
  'elbow',
  'wrist',
  'hip',
  'kneeL',
  'ankleL',
  'toeL',
  'kneeR',
  'ankleR',
  'toeR',
] as const;
export type Joint = (typeof JOINTS)[number];

export const BONES: readonly (readonly [Joint, Joint])[] = [
  ['head', 'neck'],
  ['neck', 'shoulder'],
  ['shoulder', 'elbow'],
  ['elbow', 'wrist'],
  ['shoulder', 'hip'],
  ['hip', 'kneeL'],
  ['kneeL', 'ankleL'],
  ['ankleL', 'toeL'],
  ['hip', 'kneeR'],
  ['kneeR', 'ankleR'],
  ['ankleR', 'toeR'],
];

/** The box a figure stands in, its floor and the radius of its head, in per cent of the box. Our choice. */
export const FIGURE_BOX = { size: 100, floorY: 96, headRadius: 5 } as const;

/** 0–100 from left and from above. */
export interface FigurePoint {
  readonly x: number;
  readonly y: number;
}
export type Figure = Readonly<Record<Joint, FigurePoint>>;

/** Digits, which are places of a number, in a coordinate of `POSES`. Our choice. */
const DIGITS = 2;

function figureFrom(text: string): Figure {
  const at = (i: number): number => Number(text.slice(i * DIGITS, (i + 1) * DIGITS));
  return Object.fromEntries(
    JOINTS.map((joint, i) => [joint, { x: at(2 * i), y: at(2 * i + 1) }]),
  ) as unknown as Figure;
}

/** @param share of the way from start to end, 0–1: for a drawing that moves */
export function figureOf(id: ExerciseId, share = 0): Figure {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share must be 0 to 1, got ${share}`);
  const [start, end] = POSES[id];
  const [from, to] = [figureFrom(start), figureFrom(end)];
  const between = (a: number, b: number): number => a + share * (b - a);
  return Object.fromEntries(
    JOINTS.map((joint) => [
      joint,
      { x: between(from[joint].x, to[joint].x), y: between(from[joint].y, to[joint].y) },
    ]),
  ) as unknown as Figure;
}
