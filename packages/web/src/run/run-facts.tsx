/** The figures of one run. */
import { useTranslation } from 'react-i18next';
import type { RunDetail } from '../api/types.ts';
import { useFormat } from '../format/use-format.ts';

const M_PER_KM = 1000;

/** A smaller share walked is not worth a word. Our choice. */
const WALK_SAID = 0.05;

export function RunFacts({
  run,
  runningM,
}: {
  run: RunDetail;
  /** How much of the distance was run rather than walked, metres; null: not known. */
  runningM: number | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const unknown = <span className="second">{t('cannotTell')}</span>;
  const facts = [
    {
      name: t('run.ran'),
      figure:
        run.distanceM === null ? null : (
          <>
            {format.distanceFigure(run.distanceM)}{' '}
            <small>
              {format.unit}
              {runningM !== null && run.distanceM - runningM >= WALK_SAID * run.distanceM && (
                <>, {t('run.running', { distance: format.distanceFigure(runningM) })}</>
              )}
            </small>
          </>
        ),
    },
    { name: t('run.time'), figure: run.movingS === null ? null : format.duration(run.movingS) },
    {
      name: t('run.pace'),
      figure:
        run.meanSpeedMps === null || run.meanSpeedMps <= 0 ? null : (
          <>
            {format.pace(M_PER_KM / run.meanSpeedMps)} <small>{format.paceUnit}</small>
          </>
        ),
    },
    { name: t('run.steps'), figure: run.cadenceSpm === null ? null : format.number(run.cadenceSpm) },
    {
      name: t('run.kneeLoad'),
      figure:
        run.shareOfUsualWeek === null ? null : (
          <>
            {format.number(run.shareOfUsualWeek * 100)} <small>{t('run.ofWeek')}</small>
          </>
        ),
    },
    ...(run.ascentM === null && run.descentM === null
      ? []
      : [
          {
            name: t('run.climb'),
            figure: (
              <>
                {run.ascentM === null ? '?' : format.climb(run.ascentM)}
                <small>
                  {' '}
                  {t('run.upDown', { down: run.descentM === null ? '?' : format.climb(run.descentM) })}
                </small>
              </>
            ),
          },
        ]),
  ];
  return (
    <dl className="facts">
      {facts.map(({ name, figure }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="figure">{figure ?? unknown}</dd>
        </div>
      ))}
    </dl>
  );
}
