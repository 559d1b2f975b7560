/** Small drawings beside answers: how it began, how it went, when in a run, how large. */
import type { ReactNode } from 'react';

const line = (d: string): ReactNode => (
  <path
    d={d}
    fill="none"
    stroke="var(--ember-fill)"
    strokeWidth="2.2"
    strokeLinecap="round"
    strokeLinejoin="round"
  />
);

/** Time runs to the right, ache upwards. */
const CURVES: Readonly<Record<string, string>> = {
  'onset/injury': 'M4,26H20L22,5L27,10H44',
  'onset/sudden': 'M4,26H22V9H44',
  'onset/gradual': 'M4,26C20,25 32,18 44,8',
  'course/better': 'M4,8C16,10 30,22 44,26',
  'course/same': 'M4,16H44',
  'course/worse': 'M4,26C18,24 32,14 44,6',
  'course/comes-and-goes': 'M4,24C10,2 14,2 20,20S32,4 36,14S42,24 44,24',
  'timing/start': 'M4,10H44',
  'timing/fixed': 'M4,26H24L28,8H44',
  'timing/builds': 'M4,26L44,7',
  'timing/warms-up': 'M4,9C14,10 22,24 44,26',
  'timing/after': 'M4,26H34L37,8H44',
};

const SPOTS: Readonly<Record<string, ReactNode>> = {
  'spot/point': <circle cx="24" cy="16" r="3" />,
  'spot/palm': <ellipse cx="24" cy="16" rx="8" ry="9" />,
  'spot/all-over': <ellipse cx="24" cy="16" rx="15" ry="15" />,
};

export function OptionMark({ question, answer }: { question: string; answer: string }) {
  const key = `${question}/${answer}`;
  const curve = CURVES[key];
  const spot = SPOTS[key];
  if (curve === undefined && spot === undefined) return null;
  return (
    <svg className="option-mark" viewBox="0 0 48 32" width="48" height="32" aria-hidden="true">
      {curve === undefined ? (
        <>
          <path
            d="M12,0C13,8 9,12 9,17C9,23 13,25 13,32M36,0C35,8 39,12 39,17C39,23 35,25 35,32"
            fill="none"
            stroke="var(--line-strong)"
            strokeWidth="1.6"
          />
          <g fill="var(--ember-fill)">{spot}</g>
        </>
      ) : (
        <>
          <path d="M4,30H44" stroke="var(--line)" strokeWidth="1.4" />
          {line(curve)}
        </>
      )}
    </svg>
  );
}
