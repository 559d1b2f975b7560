/** The six weeks: begin, this week's beat, and how much of the easy running was on target. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import type { Cadence } from '../api/types.ts';
import { answersChanged } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { ChartFrame } from '../ui/chart-frame.tsx';
import { EvidenceMark } from '../ui/evidence-mark.tsx';
import { offerUndo } from '../ui/undo.tsx';
import { useWidth } from '../ui/use-width.ts';
import { type CadenceStep, programmeAgain, saveProgramme } from './cadence-queries.ts';

const WEEKS = 6;
const STEPS = [0.05, 0.075, 0.1] as const;
const BAR_HEIGHT = 84;
const GAP = 8;
const GOOD = 0.7;

export function CadenceWeeks({ cadence }: { cadence: Cadence }) {
  const { programme, target, gate } = cadence;
  if (!target.known) return null;
  if (programme !== null) return <Programme cadence={cadence} programme={programme} />;
  return gate === 'open' ? <Begin step={target.value.step} /> : null;
}

function useSave() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: saveProgramme,
    onSuccess: () => answersChanged(client),
  });
}

function Begin({ step }: { step: CadenceStep }) {
  const { t } = useTranslation();
  const save = useSave();
  return (
    <section className="cadence-weeks" aria-labelledby="cadence-begin">
      <h2 id="cadence-begin" className="section-title">
        {t('cadence.weeks.begin')}
      </h2>
      <p className="second">{t('cadence.weeks.what')}</p>
      <Button className="button" isDisabled={save.isPending} onPress={() => save.mutate(step)}>
        {t('cadence.weeks.start')}
      </Button>
      {save.isError && <p role="alert">{save.error.message}</p>}
      <EvidenceMark mark="lab" evidence="metronome-lesson" />
    </section>
  );
}

type Going = NonNullable<Cadence['programme']>;

function Programme({ cadence, programme }: { cadence: Cadence; programme: Going }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const save = useSave();
  const { target, gate } = cadence;
  const targetSpm = target.known ? format.number(target.value.targetSpm) : '';
  const next = STEPS[STEPS.indexOf(programme.step) + 1];
  // What follows is told to the promise: this part of the page is gone once the weeks are.
  const end = async (): Promise<void> => {
    await save.mutateAsync(null);
    offerUndo(t('cadence.weeks.ended'), async () => {
      await programmeAgain();
      await answersChanged(client);
    });
  };
  return (
    <section className="cadence-weeks" aria-labelledby="cadence-weeks">
      <h2 id="cadence-weeks" className="say-finding">
        {programme.weekNow <= WEEKS
          ? t('cadence.weeks.now', { week: t(`cadence.ordinal.${programme.weekNow}`) })
          : t('cadence.weeks.over')}
      </h2>
      <p className="second">{t('cadence.weeks.share', { target: targetSpm })}</p>
      <WeekBars programme={programme} />
      {programme.plan !== null && (
        <p className="second">
          <span className="strong">{t('cadence.weeks.thisWeek')}</span>{' '}
          {t(`cadence.beat.${programme.plan.beat.kind}`, { ...programme.plan.beat })}
          {programme.plan.test && ` ${t('cadence.weeks.test')}`}
        </p>
      )}
      <p className="second">{t(`cadence.advice.${programme.advice}`)}</p>
      {programme.mayRaise && gate === 'open' && next !== undefined && (
        <>
          <p className="second">{t('cadence.weeks.mayRaise', { share: format.percent(next) })}</p>
          <Button className="button small" isDisabled={save.isPending} onPress={() => save.mutate(next)}>
            {t('cadence.weeks.raise')}
          </Button>
        </>
      )}
      {save.isError && <p role="alert">{save.error.message}</p>}
      <Button className="link" onPress={() => void end().catch(() => undefined)}>
        {t('cadence.weeks.end')}
      </Button>
      <EvidenceMark mark="lab" evidence="metronome-lesson" />
    </section>
  );
}

function WeekBars({ programme }: { programme: Going }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [ref, width] = useWidth<HTMLDivElement>();
  const slot = Math.max(0, (width - GAP * (WEEKS - 1)) / WEEKS);
  const base = BAR_HEIGHT + 22;
  const weeks = Array.from({ length: WEEKS }, (_, i) => programme.weeks[i] ?? null);
  const shareWords = weeks
    .map((week, i) =>
      week === null
        ? null
        : t(week.share === null ? 'cadence.weeks.noShare' : 'cadence.weeks.oneShare', {
            week: i + 1,
            share: week.share === null ? '' : format.percent(week.share),
          }),
    )
    .filter((words) => words !== null)
    .join(' ');
  return (
    <ChartFrame
      message={shareWords}
      words={shareWords}
      table={() => ({
        head: [t('cadence.weeks.week'), t('cadence.weeks.onTarget'), t('cadence.weeks.sessions')],
        rows: programme.weeks.map((week) => [
          String(week.week),
          week.share === null ? t('cannotTell') : format.percent(week.share),
          `${week.good} / ${week.judged}`,
        ]),
      })}
    >
      <div ref={ref}>
        <svg width={width} height={base + 24} aria-hidden="true">
          <line
            x1={0}
            x2={width}
            y1={base - GOOD * BAR_HEIGHT}
            y2={base - GOOD * BAR_HEIGHT}
            stroke="var(--line)"
          />
          {weeks.map((week, i) => {
            const x = i * (slot + GAP);
            const share = week?.share ?? null;
            const now = i + 1 === programme.weekNow;
            return (
              // Weeks have no name but their number.
              // oxlint-disable-next-line react/no-array-index-key
              <g key={i}>
                {share === null ? (
                  <rect
                    x={x + 0.75}
                    y={base - GOOD * BAR_HEIGHT}
                    width={Math.max(0, slot - 1.5)}
                    height={GOOD * BAR_HEIGHT}
                    rx="4"
                    fill="none"
                    stroke="var(--line-strong)"
                    strokeDasharray="2 4"
                  />
                ) : (
                  <>
                    <rect
                      x={x}
                      y={base - Math.max(2, share * BAR_HEIGHT)}
                      width={slot}
                      height={Math.max(2, share * BAR_HEIGHT)}
                      rx="3"
                      fill="var(--water-fill)"
                    />
                    <text
                      x={x + slot / 2}
                      y={base - share * BAR_HEIGHT - 6}
                      textAnchor="middle"
                      className="chart-strong"
                    >
                      {format.percent(share)}
                    </text>
                  </>
                )}
                <text
                  x={x + slot / 2}
                  y={base + 17}
                  textAnchor="middle"
                  className={now ? 'chart-strong' : undefined}
                >
                  {now ? t('cadence.weeks.this') : String(i + 1)}
                </text>
              </g>
            );
          })}
          <line x1={0} x2={width} y1={base} y2={base} stroke="var(--line-strong)" />
        </svg>
      </div>
    </ChartFrame>
  );
}
