/** What the runs say so far, and the one date that lets us say more. */
import { useQuery } from '@tanstack/react-query';
import type { SessionSpike } from '@kneewise/engine';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { loadQuery, todayQuery } from '../api/queries.ts';
import { useRunOffset } from '../api/use-run-offset.ts';
import { useFormat } from '../format/use-format.ts';
import { Missing } from '../ui/missing.tsx';
import { jumpsOf, longestJump } from '../words/spike-words.ts';
import { OnsetForm } from './onset-form.tsx';

/** While files are being read the figures move; ask this often. Milliseconds. */
const REFRESH_MS = 4000;

function Row({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="visible-row">
      <h3 className="second">{title}</h3>
      {children}
    </div>
  );
}

function Jump({ spikes }: { spikes: readonly SessionSpike[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const offsetOf = useRunOffset();
  const jump = longestJump(spikes);
  if (jump === null)
    return (
      <p className="second">{t(jumpsOf(spikes).length === 0 ? 'visible.noJumpYet' : 'visible.noJump')}</p>
    );
  return (
    <p>
      <span className="visible-figure">{format.change(jump.ratio - 1)}</span>{' '}
      <Link to="/runs/$runId" params={{ runId: jump.spike.runId }} className="plain-link">
        {t('visible.jump', {
          date: format.date(jump.spike.startAtMs, offsetOf(jump.spike.runId)),
          from: format.distanceFigure(jump.longestBeforeM),
          to: format.distance(jump.spike.distanceM),
        })}
      </Link>
    </p>
  );
}

export function AlreadyVisible({ underWay }: { underWay: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const refetchInterval = underWay ? REFRESH_MS : (false as const);
  const load = useQuery({ ...loadQuery, refetchInterval });
  const today = useQuery({ ...todayQuery, refetchInterval });
  return (
    <section aria-labelledby="already-visible" className="already-visible">
      <h2 id="already-visible" className="say-finding">
        {t('visible.title')}
      </h2>
      <Row title={t('visible.week')}>
        {load.data === undefined ? (
          <p className="second">{t('wait.working')}</p>
        ) : load.data.usualWeek.known ? (
          <p>
            <span className="visible-figure">{format.distance(load.data.usualWeek.value.distanceM, 0)}</span>{' '}
            {t('visible.runs', {
              count: Math.round(load.data.usualWeek.value.runs),
              figure: format.number(
                load.data.usualWeek.value.runs,
                load.data.usualWeek.value.runs % 1 === 0 ? 0 : 1,
              ),
            })}
          </p>
        ) : (
          <Missing because={load.data.usualWeek.because} />
        )}
      </Row>
      <Row title={t('visible.cadence')}>
        {today.data === undefined ? (
          <p className="second">{t('wait.working')}</p>
        ) : today.data.cadenceSpm.known ? (
          <p>
            <span className="visible-figure">{format.number(today.data.cadenceSpm.value)}</span>{' '}
            {today.data.easyPaceSPerKm.known
              ? t('visible.atPace', {
                  pace: `${format.paceRange(...today.data.easyPaceSPerKm.value)} ${format.paceUnit}`,
                })
              : t('unit.stepsMin')}
          </p>
        ) : (
          <Missing because={today.data.cadenceSpm.because} />
        )}
      </Row>
      <Row title={t('visible.longestJump')}>
        {load.data === undefined ? (
          <p className="second">{t('wait.working')}</p>
        ) : (
          <Jump spikes={load.data.audit.spikes} />
        )}
      </Row>
      <OnsetForm />
    </section>
  );
}
