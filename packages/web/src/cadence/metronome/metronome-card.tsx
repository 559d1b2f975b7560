/** The metronome: figure, two soles, ramp, faster and slower. It plays without the server. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import type { Cadence } from '../../api/types.ts';
import { useFormat } from '../../format/use-format.ts';
import { Icon } from '../../ui/icon.tsx';
import { type Blocks, blocksS, type Tempo } from './beats.ts';
import { type Every, isRight, type Sound } from './messages.ts';
import { Soles } from './soles.tsx';
import { type Metronome, useMetronome } from './use-metronome.ts';

/** What can be played without a target, steps a minute. Our choice. */
const USUAL_SPM = 165;
const LEAST_SPM = 120;
const MOST_SPM = 220;
/** From the habit to the target in a warm-up. Our choice, s. */
const WARM_UP_S = 300;
/** A buzz in the hand, ms. */
const BUZZ_MS = 30;
const VOLUME = 0.8;
const S_PER_MIN = 60;

type WarmUp = 'ramp' | 'none';
type Session = 'steady' | 'week';

/** The week's blocks, where the programme's week has some. */
function blocksOf({ programme }: Cadence): Blocks | null {
  const beat = programme?.plan?.beat;
  return beat?.kind === 'blocks'
    ? { onS: beat.onMin * S_PER_MIN, offS: beat.offMin * S_PER_MIN, repeats: beat.repeats }
    : null;
}

export function MetronomeCard({ cadence }: { cadence: Cadence }) {
  const { t } = useTranslation();
  const format = useFormat();
  const target = cadence.target.known ? Math.round(cadence.target.value.targetSpm) : USUAL_SPM;
  const own = cadence.target.known ? Math.round(cadence.target.value.own.cadenceSpm) : null;
  const week = blocksOf(cadence);
  const [spm, setSpm] = useState(target);
  const [every, setEvery] = useState<Every>('step');
  const [accent, setAccent] = useState(true);
  const [warmUp, setWarmUp] = useState<WarmUp>(own === null ? 'none' : 'ramp');
  const [session, setSession] = useState<Session>('steady');
  const [buzz, setBuzz] = useState(false);
  const metronome = useMetronome(({ beat, heard }) => {
    if (buzz && heard && isRight(beat)) navigator.vibrate(BUZZ_MS);
  });
  const sound = (change: Partial<Sound> = {}): Sound => ({ every, accent, volume: VOLUME, ...change });
  const blocks = session === 'week' ? week : null;
  const ramp = warmUp === 'ramp' && own !== null && blocks === null;
  const tempo: Tempo = ramp
    ? { fromSpm: own, toSpm: spm, rampS: WARM_UP_S }
    : { fromSpm: spm, toSpm: spm, rampS: 0 };
  const under = metronome.is === 'playing' || metronome.is === 'paused';
  const figure = Math.round(under ? (metronome.beat?.cadenceSpm ?? tempo.fromSpm) : spm);
  const sessionS = metronome.beat?.sessionS ?? 0;

  const move = (by: number): void => {
    const next = Math.min(MOST_SPM, Math.max(LEAST_SPM, (under ? figure : spm) + by));
    setSpm(next);
    if (under) metronome.setCadence(next);
  };
  return (
    <section className="card metronome" aria-labelledby="metronome">
      <div className="metronome-head">
        <h2 id="metronome" className="section-title">
          {t('metronome.title')}
        </h2>
        <p className="second">
          {blocks === null
            ? format.duration(sessionS)
            : t('metronome.of', { now: format.duration(sessionS), all: format.duration(blocksS(blocks)) })}
        </p>
      </div>
      <div className="metronome-figure">
        <Soles beat={under ? metronome.beat : null} />
        <p aria-live="off">
          <span className="metronome-spm">{figure}</span>
          <span className="second">{t('metronome.unit')}</span>
        </p>
      </div>
      {ramp && <Ramp from={tempo.fromSpm} to={tempo.toSpm} share={Math.min(1, sessionS / WARM_UP_S)} />}
      <div className="metronome-buttons">
        <Button className="button" aria-label={t('metronome.slower')} onPress={() => move(-1)}>
          <span aria-hidden="true">−</span>
        </Button>
        <Play metronome={metronome} start={() => void metronome.start(tempo, blocks, sound())} />
        <Button className="button" aria-label={t('metronome.faster')} onPress={() => move(1)}>
          <span aria-hidden="true">+</span>
        </Button>
      </div>
      {metronome.is === 'failed' && <p role="alert">{t('metronome.failed')}</p>}
      {metronome.is === 'over' && <p role="status">{t('metronome.over')}</p>}
      <Choice
        label={t('metronome.sound')}
        value={`${every}-${accent ? 'accent' : 'even'}`}
        options={['step-accent', 'step-even', 'second-even', 'between-accent'].map((id) => ({
          id,
          text: t(`metronome.sounds.${id}`),
        }))}
        onChange={(id) => {
          const [chosen, strong] = id.split('-') as [Every, string];
          setEvery(chosen);
          setAccent(strong === 'accent');
          metronome.setSound(sound({ every: chosen, accent: strong === 'accent' }));
        }}
      />
      {own !== null && (
        <Choice
          label={t('metronome.warmUp')}
          value={warmUp}
          options={[
            { id: 'ramp', text: t('metronome.ramp', { own, spm, minutes: WARM_UP_S / S_PER_MIN }) },
            { id: 'none', text: t('metronome.atOnce') },
          ]}
          onChange={(id) => setWarmUp(id as WarmUp)}
        />
      )}
      {week !== null && (
        <Choice
          label={t('metronome.session')}
          value={session}
          options={[
            { id: 'steady', text: t('metronome.steady') },
            {
              id: 'week',
              text: t('metronome.blocks', {
                repeats: week.repeats,
                on: week.onS / S_PER_MIN,
                off: week.offS / S_PER_MIN,
              }),
            },
          ]}
          onChange={(id) => setSession(id as Session)}
        />
      )}
      {'vibrate' in navigator && (
        <Choice
          label={t('metronome.buzz')}
          value={buzz ? 'right' : 'none'}
          options={[
            { id: 'none', text: t('metronome.noBuzz') },
            { id: 'right', text: t('metronome.buzzRight') },
          ]}
          onChange={(id) => setBuzz(id === 'right')}
        />
      )}
      <p className="caption">{t('metronome.screen')}</p>
    </section>
  );
}

function Play({ metronome, start }: { metronome: Metronome; start: () => void }) {
  const { t } = useTranslation();
  if (metronome.is === 'playing')
    return (
      <Button className="button filled" onPress={metronome.pause}>
        <Icon name="pause" size={20} /> {t('metronome.pause')}
      </Button>
    );
  if (metronome.is === 'paused')
    return (
      <>
        <Button className="button filled" onPress={metronome.resume}>
          <Icon name="play" size={20} /> {t('metronome.resume')}
        </Button>
        <Button className="button" onPress={metronome.stop}>
          {t('metronome.stop')}
        </Button>
      </>
    );
  return (
    <Button className="button filled" isDisabled={metronome.is === 'starting'} onPress={start}>
      <Icon name="play" size={20} /> {t('metronome.start')}
    </Button>
  );
}

/** The warm-up as a line that rises and stays, with how far it has come. */
function Ramp({ from, to, share }: { from: number; to: number; share: number }) {
  const [low, high] = from < to ? [14, 4] : from > to ? [4, 14] : [9, 9];
  return (
    <svg className="metronome-ramp" viewBox="0 0 320 22" preserveAspectRatio="none" aria-hidden="true">
      <path
        d={`M0 ${low}L240 ${high}H320`}
        fill="none"
        stroke="var(--line-strong)"
        strokeWidth="1.5"
        vectorEffect="non-scaling-stroke"
      />
      <path d="M0 20H320" stroke="var(--line)" strokeWidth="2" />
      <path d={`M0 20H${240 * share}`} stroke="var(--water-fill)" strokeWidth="3" />
    </svg>
  );
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly { readonly id: string; readonly text: string }[];
  onChange: (id: string) => void;
}) {
  return (
    <Select
      className="metronome-choice"
      selectedKey={value}
      onSelectionChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
    >
      <Label className="second">{label}</Label>
      <Button className="metronome-value">
        <SelectValue />
        <span aria-hidden="true" className="metronome-open">
          ⌄
        </span>
      </Button>
      <Popover className="menu">
        <ListBox>
          {options.map(({ id, text }) => (
            <ListBoxItem key={id} id={id} textValue={text} className="menu-item">
              {text}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
