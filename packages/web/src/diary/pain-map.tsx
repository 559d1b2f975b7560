/**
 * One knee, front or back: every region is a choice with a name, reached by Tab and arrow keys, tapped or found in the
 * list. Painful ones hold their number.
 */
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HEIGHT, pathOf, type Region, REGIONS, type View, WIDTH } from '../knee/body-map/regions.ts';
import { heatOf } from './heat.ts';
import { keyOf, placeOf, type Side, type Spot } from './places.ts';

/** Room round the outline for a thick line. */
const ROOM = 6;
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

export function PainMap({
  view,
  side,
  worst,
  ceiling,
  chosen,
  onChoose,
}: {
  view: View;
  side: Side;
  /** Worst pain of the last days by spot. */
  worst: ReadonlyMap<string, number>;
  ceiling: number;
  chosen: Spot | null;
  onChoose: (spot: Spot) => void;
}) {
  const { t } = useTranslation();
  const group = useRef<SVGGElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const regions = REGIONS.filter((region) => region.view === view);
  const isChosen = (region: Region): boolean => chosen?.side === side && chosen.place === region.id;
  const painAt = (region: Region): number | null =>
    worst.get(keyOf({ side, place: placeOf(region) })) ?? null;
  const chosenAt = regions.findIndex(isChosen);
  const move = (event: KeyboardEvent, index: number): void => {
    const step = STEPS[event.key];
    const next = step === undefined ? undefined : regions[(index + step + regions.length) % regions.length];
    if (event.key === 'Enter' || event.key === ' ') {
      const here = regions[index];
      if (here !== undefined) onChoose({ side, place: placeOf(here) });
    } else if (next === undefined) return;
    else {
      onChoose({ side, place: placeOf(next) });
      group.current?.querySelector<SVGPathElement>(`[data-region="${next.id}"]`)?.focus();
    }
    event.preventDefault();
  };
  // Inner is left in the drawing of the right knee, seen as one sees the own legs; the left one is its mirror.
  const mirrored = side === 'left';
  const lined = regions.filter((region) => isChosen(region) || focused === region.id);
  return (
    <svg className="pain-map" viewBox={`${-ROOM} 0 ${WIDTH + 2 * ROOM} ${HEIGHT}`}>
      <defs>
        <linearGradient id={`fade-${side}-${view}`} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="black" />
          <stop offset="0.14" stopColor="white" />
          <stop offset="0.86" stopColor="white" />
          <stop offset="1" stopColor="black" />
        </linearGradient>
        <mask id={`mask-${side}-${view}`}>
          <rect x={-ROOM} width={WIDTH + 2 * ROOM} height={HEIGHT} fill={`url(#fade-${side}-${view})`} />
        </mask>
      </defs>
      <g
        mask={`url(#mask-${side}-${view})`}
        transform={mirrored ? `translate(${WIDTH} 0) scale(-1 1)` : undefined}
      >
        <g
          ref={group}
          role="radiogroup"
          aria-label={t('diary.map.group', {
            side: t(`side.kneeStart.${side}`),
            view: t(`diary.view.${view}`),
          })}
        >
          {regions.map((region, index) => {
            const pain = painAt(region);
            const place = t(`diary.place.${placeOf(region)}`);
            return (
              <path
                key={region.id}
                id={`${side}-${region.id}`}
                data-region={region.id}
                d={pathOf(region)}
                role="radio"
                aria-checked={isChosen(region)}
                aria-label={pain === null ? place : t('diary.map.region', { place, pain })}
                tabIndex={index === Math.max(0, chosenAt) ? 0 : -1}
                className={`pain-region heat-fill-${pain === null ? 'none' : heatOf(pain, ceiling)}`}
                onClick={() => onChoose({ side, place: placeOf(region) })}
                onKeyDown={(event) => move(event, index)}
                onFocus={(event) => {
                  if (event.currentTarget.matches(':focus-visible')) setFocused(region.id);
                }}
                onBlur={() => setFocused(null)}
              />
            );
          })}
        </g>
        {lined.map((region) => (
          <path
            key={region.id}
            d={pathOf(region)}
            className={focused === region.id ? 'pain-line pain-line-focus' : 'pain-line'}
          />
        ))}
      </g>
      {regions.map((region) => {
        const pain = painAt(region);
        const [x, y] = region.centre;
        return pain === null ? null : (
          <text
            key={region.id}
            x={mirrored ? WIDTH - x : x}
            y={y + 6}
            textAnchor="middle"
            aria-hidden="true"
            className={`pain-figure heat-ink-${heatOf(pain, ceiling)}`}
          >
            {pain}
          </text>
        );
      })}
    </svg>
  );
}
