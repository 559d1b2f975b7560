/** Four dots: during, evening, morning, 48 h. Answered ones hold their number. */
import { useTranslation } from 'react-i18next';
import type { Dot } from '../words/due-words.ts';

const WIDTH = 208;
const STEP = 52;
const FIRST = 26;
const RADIUS = 12;
/** Dots sink a little as the ache eases, so that the line tells which way it went. */
const TOP = 16;
const PER_POINT = 4;

const height = (pain: number, worst: number): number => TOP + Math.min(worst - pain, 5) * PER_POINT;

export function CheckInStrip({ dots }: { dots: readonly Dot[] }) {
  const { t } = useTranslation();
  const worst = Math.max(0, ...dots.map((dot) => (dot.state === 'answered' ? dot.pain : 0)));
  const placed = dots.map((dot, index) => ({
    dot,
    x: FIRST + index * STEP,
    y: dot.state === 'answered' ? height(dot.pain, worst) : TOP + 14,
  }));
  const lines = placed.flatMap((here, index) => {
    const next = placed[index + 1];
    return next !== undefined && here.dot.state === 'answered' && next.dot.state === 'answered'
      ? [{ here, next }]
      : [];
  });
  const said = dots
    .map((dot) =>
      t(`strip.${dot.state}`, {
        moment: t(`moment.${dot.moment}`),
        pain: dot.state === 'answered' ? dot.pain : '',
      }),
    )
    .join(', ');
  return (
    <svg className="strip" viewBox={`0 0 ${WIDTH} 76`} width={WIDTH} height="76" role="img" aria-label={said}>
      {lines.map(({ here, next }) => (
        <line
          key={here.dot.moment}
          x1={here.x}
          y1={here.y}
          x2={next.x}
          y2={next.y}
          stroke="var(--ember-fill)"
          strokeWidth="2"
        />
      ))}
      {placed.map(({ dot, x, y }) => (
        <g key={dot.moment}>
          <circle
            cx={x}
            cy={y}
            r={RADIUS}
            fill={dot.state === 'answered' && dot.pain > 0 ? 'var(--ember-fill)' : 'var(--surface)'}
            stroke={dot.state === 'answered' ? 'var(--ember-fill)' : 'var(--line-strong)'}
            strokeWidth="2"
            strokeDasharray={dot.state === 'answered' ? undefined : '3.5 3'}
          />
          <text
            x={x}
            y={y + 4.5}
            textAnchor="middle"
            className={dot.state === 'answered' && dot.pain > 0 ? 'strip-on' : 'strip-off'}
          >
            {dot.state === 'answered' ? dot.pain : dot.state === 'due' ? '?' : ''}
          </text>
          <text x={x} y="71" textAnchor="middle" className="strip-word">
            {t(`moment.short.${dot.moment}`)}
          </text>
        </g>
      ))}
    </svg>
  );
}
