/**
 * One knee to tap, front or back. For eyes and fingers only: whoever shows it gives the same places as a list, which
 * is what keyboards and screen readers use.
 */
import { HEIGHT, nearest, pathOf, type Region, REGIONS, type View, WIDTH } from './regions.ts';

export function KneeMap({
  view,
  side,
  marked,
  onTap,
}: {
  view: View;
  side: 'left' | 'right';
  /** Whether a region is marked as painful. */
  marked: (region: Region) => boolean;
  onTap: (region: Region) => void;
}) {
  // Right is on the right in both views: from behind the same outline serves, since inner stays towards the middle.
  const mirrored = side === 'left';
  return (
    <svg
      className="knee-map"
      viewBox={`-6 0 ${WIDTH + 12} ${HEIGHT}`}
      aria-hidden="true"
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const scale = (WIDTH + 12) / box.width;
        const x = (event.clientX - box.left) * scale - 6;
        onTap(nearest(view, [mirrored ? WIDTH - x : x, (event.clientY - box.top) * scale]));
      }}
    >
      <defs>
        <linearGradient id="knee-map-fade" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="black" />
          <stop offset="0.1" stopColor="white" />
          <stop offset="0.9" stopColor="white" />
          <stop offset="1" stopColor="black" />
        </linearGradient>
        <mask id="knee-map-mask">
          <rect x="-6" width={WIDTH + 12} height={HEIGHT} fill="url(#knee-map-fade)" />
        </mask>
      </defs>
      <g mask="url(#knee-map-mask)" transform={mirrored ? `translate(${WIDTH} 0) scale(-1 1)` : undefined}>
        {REGIONS.filter((region) => region.view === view)
          .sort((a, b) => Number(marked(a)) - Number(marked(b)))
          .map((region) => (
            <path
              key={region.id}
              d={pathOf(region)}
              className={marked(region) ? 'knee-region knee-region-on' : 'knee-region'}
            />
          ))}
      </g>
    </svg>
  );
}
