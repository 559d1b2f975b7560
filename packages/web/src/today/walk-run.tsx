/** Walk and run: the running pieces as blocks, the walks between them as a line. */
import type { Today } from '@kneewise/engine';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';

const UNIT = 100;

export function WalkRun({ today }: { today: Today }) {
  const { t } = useTranslation();
  const format = useFormat();
  const steps = today.ladder;
  if (steps === null)
    return today.distanceM.known ? (
      <p className="second">
        {t('today.walkRun.distance', { distance: format.distance(today.distanceM.value) })}
      </p>
    ) : null;
  const { repeats, runMin, walkMin } = steps;
  // No walk after the last piece: the way home is walked anyway.
  const whole = repeats * runMin + (repeats - 1) * walkMin;
  const scale = UNIT / whole;
  const message = t(repeats === 1 ? 'today.walkRun.onePiece' : 'today.walkRun.steps', {
    repeats,
    run: format.number(runMin, runMin % 1 === 0 ? 0 : 1),
    walk: format.number(walkMin, walkMin % 1 === 0 ? 0 : 1),
  });
  return (
    <div className="walk-run">
      <svg
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        width="100%"
        height="16"
        role="img"
        aria-label={message}
      >
        <line x1="0" x2="100" y1="3" y2="3" stroke="var(--line-strong)" strokeWidth="0.8" />
        {Array.from({ length: repeats }, (_, index) => (
          <rect
            // One block for each repetition; they differ in nothing but their place.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            x={index * (runMin + walkMin) * scale}
            y="0"
            width={runMin * scale}
            height="6"
            fill="var(--water-fill)"
          />
        ))}
      </svg>
      <p className="second">
        {t(today.distanceM.known ? 'today.walkRun.around' : 'today.walkRun.aroundUnknown', {
          whole: format.number(Math.round(whole)),
          distance: today.distanceM.known ? format.distance(today.distanceM.value) : '',
        })}
      </p>
    </div>
  );
}
