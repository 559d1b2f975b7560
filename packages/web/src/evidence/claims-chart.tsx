/** How the articles' claims fare, at a glance: one bar each. */
import type { ClaimStatus } from '@kneewise/engine';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../ui/chart-frame.tsx';
import { useWidth } from '../ui/use-width.ts';
import { STATUSES } from './registry.ts';
import { StatusShape } from './status-mark.tsx';

const ROW = 34;
const BAR = 14;
const GUTTER = 132;
const FIGURE = 32;

export type Counts = Readonly<Record<ClaimStatus, number>>;

export function ClaimsChart({ counts }: { counts: Counts }) {
  const { t } = useTranslation();
  const [ref, width] = useWidth<HTMLDivElement>();
  const all = STATUSES.reduce((sum, status) => sum + counts[status], 0);
  const most = Math.max(1, ...STATUSES.map((status) => counts[status]));
  const length = (count: number): number => (count / most) * Math.max(0, width - GUTTER - FIGURE);
  const said = t('evidencePage.chart.words', { ...counts, all });
  return (
    <section aria-labelledby="claims-fare">
      <h2 id="claims-fare" className="section-title">
        {t('evidencePage.chart.title', { all })}
      </h2>
      <ChartFrame
        message={said}
        words={`${said} ${t('evidencePage.chart.means')}`}
        table={() => ({
          head: [t('evidencePage.chart.how'), t('evidencePage.chart.count')],
          rows: STATUSES.map((status) => [t(`evidencePage.status.${status}`), String(counts[status])]),
        })}
      >
        <div ref={ref} className="claims-chart">
          <svg width={width} height={ROW * STATUSES.length} aria-hidden="true">
            <defs>
              <pattern
                id="claims-hatch"
                width="7"
                height="7"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <line x1="0" x2="0" y1="0" y2="7" stroke="var(--line-strong)" strokeWidth="2" />
              </pattern>
            </defs>
            {STATUSES.map((status, index) => {
              const y = index * ROW + ROW / 2;
              const end = GUTTER + length(counts[status]);
              return (
                <g key={status}>
                  <svg x="0" y={y - 7} width="14" height="14" className="claims-shape">
                    <StatusShape status={status} />
                  </svg>
                  <text x="22" y={y + 4.5} className="claims-word">
                    {t(`evidencePage.status.${status}`)}
                  </text>
                  <rect
                    x={GUTTER}
                    y={y - BAR / 2}
                    width={Math.max(0, end - GUTTER)}
                    height={BAR}
                    rx="3"
                    className={`claims-bar claims-${status}`}
                  />
                  <text x={end + 8} y={y + 4.5} className="chart-strong">
                    {counts[status]}
                  </text>
                </g>
              );
            })}
          </svg>
        </div>
      </ChartFrame>
    </section>
  );
}
