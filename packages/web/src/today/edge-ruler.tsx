/** Water from 0 to the dose, a dot where to turn round, ember fading in across where the edge may lie. */
import { useQuery } from '@tanstack/react-query';
import type { Today } from '@kneewise/engine';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { runsQuery } from '../api/queries.ts';
import { edgeRuler } from '../chart/edge-ruler.ts';
import { useFormat } from '../format/use-format.ts';
import { useWidth } from '../ui/use-width.ts';

const BAR_TOP = 40;
const BAR_HEIGHT = 14;
const HEIGHT = 78;
/** Words over the ruler are about this wide at 13 px a letter; nearer than that they would touch. */
const LETTER_PX = 6.6;
/** Between words and the line at the dose. */
const LINE_GAP_PX = 6;

export function EdgeRuler({
  today,
  doseM,
  planned = false,
}: {
  today: Today;
  doseM: number;
  planned?: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [ref, width] = useWidth<HTMLDivElement>();
  const id = useId();
  const runs = useQuery(runsQuery).data?.runs;
  const edge = today.lastEdge;
  if (!(doseM > 0)) return null;
  const learnt = today.learntEdge;
  const ruler = edgeRuler(
    format.inUnit(doseM),
    edge === null ? null : format.inUnit(edge.onsetM),
    learnt === null ? null : { low: format.inUnit(learnt.lowM), high: format.inUnit(learnt.highM) },
  );
  const inner = Math.max(0, width - 2);
  const x = (share: number): number => 1 + share * inner;
  const edgeRun = edge === null ? undefined : runs?.find(({ id: runId }) => runId === edge.runId);
  const edgeDay =
    edgeRun === undefined ? t('today.lastTime') : format.shortDate(edgeRun.startAtMs, edgeRun.utcOffsetMin);
  const home = t('today.homeAt', { figure: format.distanceFigure(doseM) });
  const turn = t('today.turnAt', { figure: format.distanceFigure(doseM / 2, 2) });
  const last =
    edge === null
      ? t('today.ruler.noEdge', { dose: format.distance(doseM), turn: format.distance(doseM / 2, 2) })
      : t('today.ruler.edge', {
          dose: format.distance(doseM),
          turn: format.distance(doseM / 2, 2),
          pain: edge.pain,
          edge: format.distance(edge.onsetM),
          day: edgeDay,
        });
  const may =
    learnt === null
      ? null
      : t('today.ruler.learnt', {
          edge: format.distance(learnt.edge20M),
          range: format.distanceRange(learnt.lowM, learnt.highM),
        });
  const message = may === null ? last : `${last} ${may}`;
  // One line below "home at", so only the mark at the dose is in its way.
  const turnHalf = (turn.length * LETTER_PX) / 2;
  const turnRoom = x(ruler.dose) - LINE_GAP_PX;
  const turnFits = 2 * turnHalf <= turnRoom;
  const turnX = Math.max(turnHalf, Math.min(x(ruler.turn), turnRoom - turnHalf));
  const edgeText = edge === null ? '' : t('today.edgeAt', { day: edgeDay, pain: edge.pain });
  const edgeX = ruler.edge === null ? 0 : x(ruler.edge);
  const edgeAnchor = edgeX + (edgeText.length * LETTER_PX) / 2 > width ? 'end' : 'middle';
  const edgeTextX =
    edgeAnchor === 'end' ? width : Math.max(edgeX, x(ruler.dose) + 8 + (edgeText.length * LETTER_PX) / 2);
  return (
    <div ref={ref} className="chart ruler">
      <svg width={width} height={HEIGHT} role="img" aria-label={message}>
        <defs>
          <linearGradient id={`${id}-fade`}>
            <stop offset="0" stopColor="var(--ember-fill)" stopOpacity="0.06" />
            <stop offset="1" stopColor="var(--ember-fill)" stopOpacity="0.85" />
          </linearGradient>
        </defs>
        <rect x={1} y={BAR_TOP} width={inner} height={BAR_HEIGHT} rx="3" fill="var(--sunken)" />
        {ruler.fade !== null && (
          <>
            <rect
              x={x(ruler.fade[0])}
              y={BAR_TOP}
              width={Math.max(0, x(ruler.fade[1]) - x(ruler.fade[0]))}
              height={BAR_HEIGHT}
              fill={`url(#${id}-fade)`}
            />
            <rect
              x={x(ruler.fade[1])}
              y={BAR_TOP}
              width={Math.max(0, x(1) - x(ruler.fade[1]))}
              height={BAR_HEIGHT}
              fill="var(--ember-fill)"
              opacity="0.85"
            />
          </>
        )}
        <rect
          x={1}
          y={BAR_TOP}
          width={x(ruler.dose) - 1}
          height={BAR_HEIGHT}
          rx="3"
          fill={planned ? 'var(--water-soft)' : 'var(--water-fill)'}
          stroke={planned ? 'var(--water)' : 'none'}
          strokeDasharray={planned ? '5 4' : undefined}
        />
        <circle
          cx={x(ruler.turn)}
          cy={BAR_TOP + BAR_HEIGHT / 2}
          r="4.5"
          fill={planned ? 'var(--water)' : 'var(--surface)'}
        />
        <line
          x1={x(ruler.dose)}
          x2={x(ruler.dose)}
          y1={BAR_TOP - 18}
          y2={BAR_TOP + BAR_HEIGHT}
          stroke="var(--water)"
          strokeWidth="2"
        />
        <text x={x(ruler.dose) - 6} y={14} textAnchor="end" className="chart-water">
          {home}
        </text>
        {turnFits && (
          <text x={turnX} y={BAR_TOP - 8} textAnchor="middle">
            {turn}
          </text>
        )}
        {ruler.edge !== null && edge !== null && (
          <>
            <line
              x1={edgeX}
              x2={edgeX}
              y1={BAR_TOP - 5}
              y2={BAR_TOP + BAR_HEIGHT + 4}
              stroke="var(--ink)"
              strokeWidth="2"
            />
            <text x={edgeTextX} y={14} textAnchor={edgeAnchor} className="chart-ember">
              {edgeText}
            </text>
            <text x={edgeTextX} y={BAR_TOP - 9} textAnchor={edgeAnchor} className="chart-ember chart-plain">
              {t('today.atDistance', { distance: format.distance(edge.onsetM) })}
            </text>
          </>
        )}
        {ruler.ticks.map((tick, index) => (
          <text
            key={tick}
            x={x(tick / ruler.end)}
            y={BAR_TOP + BAR_HEIGHT + 18}
            textAnchor={index === 0 ? 'start' : index === ruler.ticks.length - 1 ? 'end' : 'middle'}
          >
            {format.number(tick, Number.isInteger(tick) ? 0 : 1)}
            {index === ruler.ticks.length - 1 ? ` ${format.unit}` : ''}
          </text>
        ))}
      </svg>
      <p className="caption ruler-words">
        {!turnFits && `${turn}. `}
        {may ?? t(edge === null ? 'today.rulerNoEdge' : 'today.rulerEdge')}
      </p>
    </div>
  );
}
