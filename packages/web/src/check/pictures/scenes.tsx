/** Pictures for questions that words alone leave open. Drawn on 360 by 190; ground is a line, doubt fades. */
import type { ReactNode } from 'react';
import { Figure, Ring } from './figure.tsx';
import { limbPath } from './limb.ts';
import { DOWNSTAIRS, HOPPING, LIFTING, LYING, SITTING, WALKING } from './poses.ts';

const Ground = ({ y = 177, from = 70, to = 290 }: { y?: number; from?: number; to?: number }) => (
  <path d={`M${from},${y}H${to}`} stroke="var(--line-strong)" strokeWidth="1.6" fill="none" />
);

function Stairs() {
  return (
    <>
      <defs>
        <linearGradient id="stairs-fade" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="var(--select)" />
          <stop offset="1" stopColor="var(--select)" stopOpacity="0" />
        </linearGradient>
      </defs>
      <path d="M20,84H104V113H140V142H182V176H222V190H20Z" fill="url(#stairs-fade)" />
      <path
        d="M20,84H104V113H140V142H182V176H222V190"
        stroke="var(--line-strong)"
        strokeWidth="1.6"
        fill="none"
      />
    </>
  );
}

const leg = (x: number, wide: number): ReactNode => (
  <g key={x} fill="var(--ink)">
    <path d={limbPath({ x, y: 30, r: 20 }, { x, y: 78, r: wide })} />
    <path d={limbPath({ x, y: 78, r: wide }, { x: x + 2, y: 156, r: 9 })} />
    <path d={limbPath({ x: x + 2, y: 156, r: 9 }, { x: x + 16, y: 166, r: 7 })} />
    <path
      d={`M${x - wide - 4},74Q${x},88 ${x + wide + 4},74`}
      stroke="var(--water-fill)"
      strokeWidth="5"
      fill="none"
    />
  </g>
);

/** Both legs from the shin bump down, a tape round each calf. */
function Calves() {
  return (
    <>
      <Ground y={175} from={100} to={270} />
      {leg(140, 22)}
      {leg(218, 30)}
    </>
  );
}

const knee = (x: number, swollen: boolean): ReactNode => (
  <g key={x}>
    <path
      d={
        swollen
          ? `M${x - 40},14C${x - 38},50 ${x - 56},66 ${x - 54},96C${x - 56},128 ${x - 38},140 ${x - 34},180H${x + 34}C${x + 38},140 ${x + 56},128 ${x + 54},96C${x + 56},66 ${x + 38},50 ${x + 40},14Z`
          : `M${x - 40},14C${x - 38},52 ${x - 40},66 ${x - 36},96C${x - 38},128 ${x - 38},140 ${x - 34},180H${x + 34}C${x + 38},140 ${x + 38},128 ${x + 36},96C${x + 40},66 ${x + 38},52 ${x + 40},14Z`
      }
      fill="var(--surface)"
      stroke="var(--line-strong)"
      strokeWidth="1.6"
    />
    <ellipse
      cx={x}
      cy="92"
      rx="20"
      ry="23"
      fill="none"
      stroke="var(--ink)"
      strokeWidth={swollen ? 1.2 : 2}
      strokeDasharray={swollen ? '3 4' : undefined}
    />
    {!swollen && (
      <path
        d={`M${x - 28},76Q${x - 20},92 ${x - 28},110M${x + 28},76Q${x + 20},92 ${x + 28},110`}
        stroke="var(--ink-3)"
        strokeWidth="1.6"
        fill="none"
      />
    )}
  </g>
);

/** Two knees from the front: hollows beside the left kneecap, none beside the right. */
function Hollows() {
  return (
    <>
      {knee(110, false)}
      {knee(250, true)}
    </>
  );
}

/** The bones round a knee from the front, with the points to press. */
function Bones() {
  const points = [
    [180, 78],
    [180, 124],
    [214, 62],
    [216, 122],
    [174, 160],
    [172, 24],
  ] as const;
  return (
    <>
      <g fill="var(--surface)" stroke="var(--line-strong)" strokeWidth="1.6" strokeLinejoin="round">
        <path d="M164,4C166,30 160,42 144,58C138,72 142,86 158,90H202C218,86 222,72 216,58C200,42 194,30 196,4Z" />
        <path d="M146,100H214C218,112 208,120 202,132C196,150 196,166 198,186H164C166,166 164,150 158,132C152,120 142,112 146,100Z" />
        <path d="M212,112C222,112 226,120 222,130L216,186H208L208,132C206,124 206,114 212,112Z" />
        <ellipse cx="180" cy="78" rx="17" ry="19" />
      </g>
      {points.map(([x, y]) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r="4.5" fill="none" stroke="var(--water)" strokeWidth="2.2" />
      ))}
    </>
  );
}

const turned = 'M226,150A34,34 0 0 1 246,128';

/** By the first question of a screen, or the one the picture is for. */
export const SCENES: Readonly<Record<string, () => ReactNode>> = {
  walking: () => (
    <>
      <Ground />
      <Figure pose={WALKING} ring={false} />
    </>
  ),
  swelling: Hollows,
  calf: Calves,
  'straight-leg': () => (
    <>
      <Ground y={172} from={30} to={300} />
      <Figure pose={LIFTING} />
    </>
  ),
  night: () => (
    <>
      <Ground y={170} from={30} to={310} />
      <path
        d="M288,28a16,16 0 1 0 12,28a20,20 0 0 1 -12,-28Z"
        fill="none"
        stroke="var(--line-strong)"
        strokeWidth="1.8"
        strokeLinejoin="round"
      />
      <Figure pose={LYING} />
    </>
  ),
  'bone-spot': Bones,
  hop: () => (
    <>
      <Ground />
      <path d="M166,168H196" stroke="var(--line-strong)" strokeWidth="1.6" strokeDasharray="3 5" />
      <Figure pose={HOPPING} />
    </>
  ),
  hurts: () => (
    <>
      <Stairs />
      <Figure pose={DOWNSTAIRS} />
    </>
  ),
  'hip-twist': () => (
    <>
      <path d="M118,122H196M130,122V176M188,122V176" stroke="var(--line-strong)" strokeWidth="1.8" />
      <Figure pose={SITTING} ring={false} />
      <path d={turned} stroke="var(--water)" strokeWidth="2.2" fill="none" />
      <path d="M246,128l-10,1M246,128l-1,10" stroke="var(--water)" strokeWidth="2.2" />
      <Ring at={[150, 104]} />
    </>
  ),
};

export function Scene({ of }: { of: string }) {
  const Drawing = SCENES[of];
  return Drawing === undefined ? null : (
    <svg className="check-scene" viewBox="0 0 360 190" aria-hidden="true">
      <Drawing />
    </svg>
  );
}
