/** The drawing of an exercise: limbs between joints, what works in water, the line to hold dotted. No face. */
import {
  type ExerciseId,
  type Figure,
  FIGURE_BOX,
  type FigurePoint,
  figureOf,
  type Joint,
} from '@kneewise/engine';
import { besideLine, limb } from './shape.ts';
import { type Part, WORKING } from './working.ts';

const ON_A_STEP: ReadonlySet<ExerciseId> = new Set(['step_up', 'step_down', 'single_leg_landing']);
const FLOOR_Y = FIGURE_BOX.floorY + 2;
/** Room above the highest joint for the head and the dotted line. */
const ABOVE = 10;
/** As every pose is drawn. */
const FACES_RIGHT = 1;
/** What a body leans on, where it would float without: from the hip. */
const RESTS: Readonly<Partial<Record<ExerciseId, (hip: FigurePoint) => string>>> = {
  leg_press: ({ x, y }) => `M${x - 10} ${y + 6.5}h16M${x - 2} ${y + 6.5}V${FLOOR_Y}`,
  leg_extension: ({ x, y }) => `M${x - 8} ${y + 6.5}h22M${x + 2} ${y + 6.5}V${FLOOR_Y}`,
  wall_sit: ({ x }) => `M${x - 7} 18V${FLOOR_Y}`,
};
/** How far beside the body the line runs. */
const LINE_OFF = 9;

function legPaths(
  figure: Figure,
  leg: 'L' | 'R',
): { readonly thigh: string; readonly shin: string; readonly foot: string } {
  const [knee, ankle, toe] = [figure[`knee${leg}`], figure[`ankle${leg}`], figure[`toe${leg}`]];
  return {
    thigh: limb(figure.hip, knee, 5.2, 3.6),
    shin: limb(knee, ankle, 3.5, 2.2),
    foot: limb(ankle, toe, 2.3, 1.5),
  };
}

/**
 * @param share of the way from start to end, 0–1
 * @param mirrored the other side's turn: the picture turns round
 * @param plain on a coloured ground: one ink, no water
 */
export function ExerciseFigure({
  id,
  share = 1,
  mirrored = false,
  plain = false,
}: {
  id: ExerciseId;
  share?: number;
  mirrored?: boolean;
  plain?: boolean;
}) {
  const figure = figureOf(id, share);
  const [start, end] = [figureOf(id, 0), figureOf(id, 1)];
  const { parts, near, line } = WORKING[id];
  const far = near === 'L' ? 'R' : 'L';
  const top = Math.max(
    0,
    Math.min(...[start, end].flatMap((each) => Object.values(each).map(({ y }: FigurePoint) => y))) - ABOVE,
  );
  const ink = plain ? 'var(--on-water)' : 'var(--ink)';
  const tone = (part: Part, otherwise: string): string =>
    parts.includes(part) && !plain ? 'var(--water-fill)' : otherwise;
  const nearLeg = legPaths(figure, near);
  const farLeg = legPaths(figure, far);
  const farTone = plain ? 'var(--on-water)' : 'var(--figure-far)';
  const [from, to] = besideLine(figure[line[0]], figure[line[1]], LINE_OFF, FACES_RIGHT);
  const halo = plain ? 'var(--water-fill)' : 'var(--paper)';
  const foot = (joint: Joint): FigurePoint => start[joint];
  return (
    <svg
      className="exercise-figure"
      viewBox={`-4 ${top} 108 ${FLOOR_Y + 2 - top}`}
      aria-hidden="true"
      preserveAspectRatio="xMidYMax meet"
    >
      <g transform={mirrored ? 'matrix(-1 0 0 1 100 0)' : undefined}>
        <path
          d={`M0 ${FLOOR_Y}H100`}
          stroke={plain ? ink : 'var(--line-strong)'}
          strokeWidth="0.8"
          strokeLinecap="round"
        />
        <path
          d={RESTS[id]?.(figure.hip) ?? ''}
          stroke={plain ? ink : 'var(--line-strong)'}
          strokeWidth="0.8"
          fill="none"
        />
        {ON_A_STEP.has(id) && (
          <rect
            x={Math.min(foot('ankleL').x, foot('toeL').x) - 6}
            y={Math.max(foot('ankleL').y, foot('toeL').y) + 1.6}
            width={Math.abs(foot('toeL').x - foot('ankleL').x) + 11}
            height={FLOOR_Y - Math.max(foot('ankleL').y, foot('toeL').y) - 1.6}
            fill="none"
            stroke={plain ? ink : 'var(--line-strong)'}
            strokeWidth="0.8"
          />
        )}
        <g opacity={plain ? 0.55 : 1}>
          <path d={farLeg.foot} fill={farTone} />
          <path d={farLeg.shin} fill={tone(`shin${far}`, farTone)} />
          <path d={farLeg.thigh} fill={tone(`thigh${far}`, farTone)} />
        </g>
        <path d={nearLeg.foot} fill={ink} />
        <path d={nearLeg.shin} fill={tone(`shin${near}`, ink)} />
        <path d={limb(figure.neck, figure.shoulder, 2.2, 3.6)} fill={ink} />
        <path d={limb(figure.shoulder, figure.hip, 4.6, 4.9)} fill={tone('trunk', ink)} />
        <path d={nearLeg.thigh} fill={tone(`thigh${near}`, ink)} />
        <path d={limb(figure.head, figure.neck, 1.8, 1.8)} fill={ink} />
        <circle cx={figure.head.x} cy={figure.head.y} r={FIGURE_BOX.headRadius} fill={ink} />
        <g fill={ink} stroke={halo} strokeWidth="0.9" paintOrder="stroke">
          <path
            d={`${limb(figure.shoulder, figure.elbow, 2.5, 1.9)}${limb(figure.elbow, figure.wrist, 1.9, 1.5)}`}
          />
        </g>
        <path
          d={`M${from.x} ${from.y}L${to.x} ${to.y}`}
          stroke={plain ? ink : 'var(--water)'}
          strokeWidth="0.9"
          strokeDasharray="1.6 2"
          strokeLinecap="round"
        />
      </g>
    </svg>
  );
}
