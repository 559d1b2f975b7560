/** Where the run went: its own line, stronger where a step asked more of the knee. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunDetail, Streams } from '../api/types.ts';
import { type LabelBox, labelPlace } from '../chart/label-place.ts';
import { linePath } from '../chart/path.ts';
import { indexAt, smooth, type StreamPicture } from '../chart/stream-rows.ts';
import { type Stretch, trackOutline } from '../chart/track-outline.ts';
import { useFormat } from '../format/use-format.ts';
import { useWidth } from '../ui/use-width.ts';

const MARGIN = 22;
/** A label's height, and about the width of a letter at 13 px. */
const LABEL_PX = 16;
const LETTER_PX = 7;
const MOST_HEIGHT = 230;
/** Colour tells stretches, not single steps: averaged over a minute. Our choice. Seconds */
const COLOUR_S = 60;

const STROKE: Readonly<
  Record<Stretch, { readonly stroke: string; readonly width: number; readonly dash?: string }>
> = {
  less: { stroke: 'var(--water-mid)', width: 5 },
  usual: { stroke: 'var(--water-fill)', width: 5 },
  more: { stroke: 'var(--water)', width: 7 },
  unknown: { stroke: 'var(--line-strong)', width: 3 },
  walked: { stroke: 'var(--line-strong)', width: 2.5, dash: '1 6' },
};

export function TrackOutline({
  run,
  streams,
  picture,
  at,
}: {
  run: RunDetail;
  streams: Streams;
  picture: StreamPicture;
  at: number | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [ref, width] = useWidth<HTMLDivElement>();
  const outline = useMemo(() => {
    if (streams.latDeg === null || streams.lonDeg === null || width === 0) return null;
    const share =
      streams.kneeLoadShare === null ? null : smooth(streams.timeS, streams.kneeLoadShare, COLOUR_S);
    const running = (index: number): boolean => {
      const second = streams.timeS[index] ?? 0;
      return !streams.notRunning.some(({ fromS, toS }) => second >= fromS && second <= toS);
    };
    return trackOutline(streams.latDeg, streams.lonDeg, share, running, {
      width: width - 2 * MARGIN,
      height: MOST_HEIGHT - 2 * MARGIN,
    });
  }, [streams, width]);
  const onsetM =
    run.checkIns.find(({ when, onsetM: metres }) => when === 'during' && metres !== null)?.onsetM ?? null;
  const start = outline?.places.find((place) => place !== null) ?? null;
  const here = at === null ? null : (outline?.places[at] ?? null);
  const ache =
    onsetM === null || picture.along !== 'distance'
      ? null
      : (outline?.places[indexAt(picture.x, onsetM)] ?? null);
  if (streams.latDeg === null || streams.lonDeg === null) return null;
  const coloured = streams.kneeLoadShare?.some((share) => share !== null) === true;
  const acheText = onsetM === null ? '' : t('where.ache', { figure: format.distance(onsetM) });
  // The picture stands in the middle of the whole width, so there is room on either side.
  const beside = outline === null ? 0 : (width - outline.width) / 2;
  const boxOf = (text: string, point: readonly [number, number] | null): LabelBox | null =>
    point === null || outline === null
      ? null
      : labelPlace(
          outline.places,
          point,
          { width: text.length * LETTER_PX, height: LABEL_PX },
          { width: outline.width, height: outline.height, across: beside, down: MARGIN },
        );
  const acheBox = boxOf(acheText, ache);
  const startBox = boxOf(t('where.start'), start);
  return (
    <section aria-labelledby="where">
      <h2 id="where" className="section-title">
        {t('where.title')}
      </h2>
      <p className="second">{t(coloured ? 'where.coloured' : 'where.plain')}</p>
      <div ref={ref} className="chart">
        {outline === null ? (
          width > 0 && <p className="caption">{t('where.noShape')}</p>
        ) : (
          <svg
            width={width}
            height={outline.height + 2 * MARGIN}
            role="img"
            aria-label={t('where.message', {
              distance: run.distanceM === null ? '' : format.distance(run.distanceM),
            })}
          >
            <g transform={`translate(${MARGIN + (width - 2 * MARGIN - outline.width) / 2} ${MARGIN})`}>
              {outline.pieces.map(({ stretch, points }, index) => (
                <path
                  // Pieces follow one another along the run; they have no other name.
                  // oxlint-disable-next-line react/no-array-index-key
                  key={index}
                  d={linePath(points)}
                  fill="none"
                  stroke={STROKE[stretch].stroke}
                  strokeWidth={STROKE[stretch].width}
                  strokeDasharray={STROKE[stretch].dash}
                  strokeLinecap="round"
                  strokeLinejoin="round"
                />
              ))}
              {start !== null && (
                <>
                  <circle
                    cx={start[0]}
                    cy={start[1]}
                    r="5.5"
                    fill="var(--paper)"
                    stroke="var(--ink)"
                    strokeWidth="2.5"
                  />
                  <text
                    x={startBox?.left ?? 0}
                    y={(startBox?.top ?? 0) + LABEL_PX - 4}
                    className="chart-halo"
                  >
                    {t('where.start')}
                  </text>
                </>
              )}
              {ache !== null && onsetM !== null && (
                <>
                  <circle
                    cx={ache[0]}
                    cy={ache[1]}
                    r="6"
                    fill="var(--ember-fill)"
                    stroke="var(--paper)"
                    strokeWidth="2"
                  />
                  <text
                    x={acheBox?.left ?? 0}
                    y={(acheBox?.top ?? 0) + LABEL_PX - 4}
                    className="chart-ember chart-halo"
                  >
                    {acheText}
                  </text>
                </>
              )}
              {here !== null && (
                <circle
                  cx={here[0]}
                  cy={here[1]}
                  r="6"
                  fill="var(--paper)"
                  stroke="var(--ink)"
                  strokeWidth="3"
                />
              )}
            </g>
          </svg>
        )}
      </div>
    </section>
  );
}
