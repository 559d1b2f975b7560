/** A figure of limbs between joints: one near tone, one far tone, no face, no gender; the knee in question is ringed. */
import { type Joint, limbPath } from './limb.ts';

export type Point = readonly [x: number, y: number];

export interface Pose {
  readonly head: Point;
  readonly shoulder: Point;
  readonly hip: Point;
  /** Elbow and hand. */
  readonly nearArm: readonly [Point, Point];
  readonly farArm: readonly [Point, Point];
  /** Knee, ankle, toe. */
  readonly nearLeg: readonly [Point, Point, Point];
  readonly farLeg: readonly [Point, Point, Point];
}

const joint = ([x, y]: Point, r: number): Joint => ({ x, y, r });

/** Half the thickness of each joint, on figures about 180 high. */
const THICK = { neck: 5, shoulder: 11, hip: 12, elbow: 5, hand: 4, knee: 8, ankle: 4.5, toe: 3.5 };

function Leg({ hip, leg: [knee, ankle, toe] }: { hip: Point; leg: Pose['nearLeg'] }) {
  return (
    <>
      <path d={limbPath(joint(hip, THICK.hip), joint(knee, THICK.knee))} />
      <path d={limbPath(joint(knee, THICK.knee), joint(ankle, THICK.ankle))} />
      <path d={limbPath(joint(ankle, THICK.ankle), joint(toe, THICK.toe))} />
    </>
  );
}

function Arm({ shoulder, arm: [elbow, hand] }: { shoulder: Point; arm: Pose['nearArm'] }) {
  return (
    <>
      <path d={limbPath(joint(shoulder, THICK.elbow + 2), joint(elbow, THICK.elbow))} />
      <path d={limbPath(joint(elbow, THICK.elbow), joint(hand, THICK.hand))} />
    </>
  );
}

export function Ring({ at: [x, y] }: { at: Point }) {
  return (
    <g fill="none" stroke="var(--water)">
      <circle cx={x} cy={y} r="16" strokeWidth="2" />
      <circle cx={x} cy={y} r="4.5" strokeWidth="2.4" fill="var(--paper)" />
    </g>
  );
}

export function Figure({ pose, ring = true }: { pose: Pose; ring?: boolean }) {
  const { head, shoulder, hip, nearArm, farArm, nearLeg, farLeg } = pose;
  return (
    <>
      <g fill="var(--ink-3)">
        <Arm shoulder={shoulder} arm={farArm} />
        <Leg hip={hip} leg={farLeg} />
      </g>
      <g fill="var(--ink)">
        <ellipse cx={head[0]} cy={head[1]} rx="10.5" ry="12.5" />
        <path d={limbPath(joint(head, THICK.neck), joint(shoulder, THICK.neck + 1))} />
        <path d={limbPath(joint(shoulder, THICK.shoulder), joint(hip, THICK.hip))} />
        <Leg hip={hip} leg={nearLeg} />
      </g>
      {/* Before the body an arm is set off by its outline. */}
      <g fill="var(--ink)" stroke="var(--paper)" strokeWidth="1.4" paintOrder="stroke">
        <Arm shoulder={shoulder} arm={nearArm} />
      </g>
      <g fill="var(--ink)">
        <Arm shoulder={shoulder} arm={nearArm} />
      </g>
      {ring && <Ring at={nearLeg[0]} />}
    </>
  );
}
