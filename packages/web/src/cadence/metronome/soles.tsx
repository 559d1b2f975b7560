/** Two soles, the one that lands now filled. Between blocks neither is. */
import { useTranslation } from 'react-i18next';
import { isRight } from './messages.ts';
import type { MetronomeState } from './use-metronome.ts';

const SOLE =
  'M17 2C9 2 4 10 4 21c0 9 4 15 4 24 0 7-2 12-2 19 0 9 4 14 10 14s10-5 10-13c0-8-3-12-3-19 0-9 6-15 6-25C29 10 25 2 17 2z';

export function Soles({ beat }: { beat: MetronomeState['beat'] }) {
  const { t } = useTranslation();
  const landing = beat === null || !beat.heard ? null : isRight(beat.beat) ? 'right' : 'left';
  return (
    <>
      {(['left', 'right'] as const).map((side) => (
        <svg
          key={side}
          className={`sole sole-${side}`}
          width="34"
          height="80"
          viewBox="0 0 34 80"
          role="img"
          aria-label={t(`side.${side}`)}
        >
          <path
            d={SOLE}
            transform={side === 'left' ? 'matrix(-1 0 0 1 34 0)' : undefined}
            fill={landing === side ? 'var(--water-fill)' : 'none'}
            stroke={landing === side ? 'var(--water-fill)' : 'var(--line-strong)'}
            strokeWidth="2"
          />
        </svg>
      ))}
    </>
  );
}
