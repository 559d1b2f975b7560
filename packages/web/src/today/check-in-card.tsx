/** What is due after a run: four dots, a scale, one tap. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Side, Today } from '@kneewise/engine';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Label, Radio, RadioGroup } from 'react-aria-components';
import { api } from '../api/client.ts';
import { answersChanged, runQuery } from '../api/queries.ts';
import type { CheckIn, NewCheckIn } from '../api/types.ts';
import { useFormat } from '../format/use-format.ts';
import { CheckInStrip } from '../ui/check-in-strip.tsx';
import { PainScale } from '../ui/pain-scale.tsx';
import { offerUndo } from '../ui/undo.tsx';
import { askedNext, highestSaid, strip } from '../words/due-words.ts';
import { DidItEase } from './did-it-ease.tsx';
import { StopQuestion } from './stop-question.tsx';
import { WhereItCame } from './where-it-came.tsx';

type Due = Today['due'][number];

const otherSide = (side: Side): Side => (side === 'left' ? 'right' : 'left');
const NOTHING_MORE = { onsetM: null, eased: null } as const;
const browserOffsetMin = (): number => -new Date().getTimezoneOffset();

interface Saving {
  readonly checkIn: NewCheckIn;
  /** Its number is the worst said before, not one the runner gave for this moment. */
  readonly provisional: boolean;
}

export function CheckInCard({
  runId,
  due,
  today,
  onSignKept,
}: {
  runId: string;
  due: readonly Due[];
  today: Today;
  /** A sign to stop was kept with a number that may be put right; null: it was taken back. */
  onSignKept: (kept: CheckIn | null) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const run = useQuery(runQuery(runId)).data;
  const [first] = due;
  const [when, setWhen] = useState(first?.when ?? 'during');
  const [side, setSide] = useState<Side | null>(first?.side ?? today.side);
  const [stopSign, setStopSign] = useState<boolean | null>(null);
  const [asksStop, setAsksStop] = useState(false);
  const [placing, setPlacing] = useState<number | null>(null);
  const save = useMutation({
    mutationFn: ({ checkIn }: Saving) => api.addCheckIn(checkIn),
    onSuccess: async (saved, { provisional }) => {
      setPlacing(null);
      setStopSign(null);
      setAsksStop(false);
      if (provisional) onSignKept(saved);
      await answersChanged(client);
      offerUndo(
        t(saved.stopSign === true ? 'checkIn.savedSign' : 'checkIn.saved', {
          side: t(`side.kneeStart.${saved.side}`),
          pain: saved.pain,
          moment: t(`moment.${saved.when}`),
        }),
        async () => {
          await api.removeCheckIn(saved.id);
          if (provisional) onSignKept(null);
          await answersChanged(client);
        },
      );
    },
  });
  const asked = due.find((one) => one.when === when) ?? first;
  if (asked === undefined) return null;

  const highest = highestSaid(run?.checkIns ?? [], side);
  const send = (
    knee: Side,
    pain: number,
    more: Pick<NewCheckIn, 'onsetM' | 'eased'>,
    sign: boolean | null,
    provisional: boolean,
  ): void =>
    save.mutate({
      checkIn: {
        runId,
        side: knee,
        when: asked.when,
        atMs: asked.dueAtMs,
        utcOffsetMin: run?.utcOffsetMin ?? browserOffsetMin(),
        pain,
        ...more,
        stopSign: sign,
        painkiller: null,
      },
      provisional,
    });
  const answer = (pain: number): void => {
    if (side === null) return;
    // A sign to stop waits for nothing, not even for where it came.
    if (stopSign === true || askedNext(asked.when, pain, today.ceiling) === null)
      send(side, pain, NOTHING_MORE, stopSign, false);
    else setPlacing(pain);
  };
  /** Kept at once wherever there is a number to keep it with. */
  const say = (sign: boolean, knee: Side | null): void => {
    setStopSign(sign);
    if (!sign || knee === null) return;
    const worst = highestSaid(run?.checkIns ?? [], knee);
    if (placing !== null) send(knee, placing, NOTHING_MORE, true, false);
    else if (worst !== null) send(knee, worst, NOTHING_MORE, true, true);
  };
  const choose = (knee: Side): void => {
    setSide(knee);
    if (stopSign === true) say(true, knee);
  };
  const title =
    run === undefined
      ? t('checkIn.afterRun')
      : t('checkIn.after', { day: format.day(run.startAtMs, run.utcOffsetMin) });
  return (
    <section className="card check-in" aria-labelledby="check-in" id="check-in-card">
      <div className="check-in-head">
        <h2 id="check-in" className="section-title">
          <Link to="/runs/$runId" params={{ runId }} className="plain-link">
            {title}
          </Link>
        </h2>
        <span className="due-tag">{t('checkIn.due', { moment: t(`moment.${asked.when}`) })}</span>
      </div>
      <div className="check-in-body">
        <CheckInStrip dots={strip(run?.checkIns ?? [], due, side)} />
        <div className="check-in-ask">
          {due.length > 1 && (
            <RadioGroup
              className="radios"
              orientation="horizontal"
              aria-label={t('checkIn.which')}
              value={asked.when}
              onChange={(value) => setWhen(value as Due['when'])}
            >
              {due.map((one) => (
                <Radio key={`${one.when} ${one.side}`} value={one.when} className="chip">
                  {t(`moment.short.${one.when}`)}
                </Radio>
              ))}
            </RadioGroup>
          )}
          {stopSign === true && !save.isPending && (
            <p role="alert" className="stop-bar strong">
              {t(side === null ? 'checkIn.signNeedsKnee' : 'checkIn.signNeedsPain')}
            </p>
          )}
          {side === null ? (
            <RadioGroup
              className="field"
              orientation="horizontal"
              onChange={(value) => choose(value as Side)}
            >
              <Label>{t('checkIn.whichKnee')}</Label>
              <div className="radios">
                <Radio value="left" className="chip">
                  {t('side.left')}
                </Radio>
                <Radio value="right" className="chip">
                  {t('side.right')}
                </Radio>
              </div>
            </RadioGroup>
          ) : placing === null ? (
            <PainScale
              key={`${asked.when} ${side}`}
              question={t(`checkIn.question.${asked.when}`, { side: t(`side.${side}`) })}
              ceiling={today.ceiling}
              disabled={save.isPending}
              onSave={answer}
            />
          ) : askedNext(asked.when, placing, today.ceiling) === 'eased' ? (
            <DidItEase
              disabled={save.isPending}
              onSave={(eased) => send(side, placing, { onsetM: null, eased }, stopSign, false)}
              onBack={() => setPlacing(null)}
            />
          ) : (
            <WhereItCame
              ceiling={today.ceiling}
              longestM={run?.distanceM ?? null}
              disabled={save.isPending}
              onSave={(onsetM) => send(side, placing, { onsetM, eased: null }, stopSign, false)}
              onBack={() => setPlacing(null)}
            />
          )}
          {save.isError && (
            <p role="alert" className="strong second">
              {save.error.message}
            </p>
          )}
          <div className="check-in-links second">
            {side !== null && (
              <Button className="link" onPress={() => choose(otherSide(side))}>
                {t('checkIn.otherKnee', { side: t(`side.kneeStart.${otherSide(side)}`) })}
              </Button>
            )}
            <Button className="link" aria-expanded={asksStop} onPress={() => setAsksStop(!asksStop)}>
              {t('checkIn.stopSign')}
            </Button>
          </div>
          {asksStop && (
            <StopQuestion
              said={stopSign}
              highest={highest}
              disabled={save.isPending}
              onSay={(sign) => say(sign, side)}
            />
          )}
        </div>
      </div>
    </section>
  );
}
