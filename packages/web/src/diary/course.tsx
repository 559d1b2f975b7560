/** How it went: the picture of days with its sentence, for one knee at a time. */
import type { Today } from '@kneewise/engine';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Radio, RadioGroup } from 'react-aria-components';
import type { CheckIn, LoadDay } from '../api/types.ts';
import { useFormat } from '../format/use-format.ts';
import { OnsetForm } from '../import/onset-form.tsx';
import { dueNow } from '../words/due-words.ts';
import type { PainEntry } from './api.ts';
import { HeatMap } from './heat-map.tsx';
import { heatSteps, heatWeeks, lastSeven, trendOf, weeksSince, worstByDay } from './heat.ts';
import type { Side } from './places.ts';
import { dayOfMoment } from './when.ts';

/** Weeks shown until more are asked for. */
const FEWEST_WEEKS = 8;
const MORE_WEEKS = 8;
const MOST_WEEKS = 520;
const MONDAY = 1;

/** 1 Monday to 7 Sunday, as the runner's locale has it. */
function firstWeekday(locale: string): number {
  const info = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => { firstDay: number } };
  return info.getWeekInfo?.().firstDay ?? MONDAY;
}

export function Course({
  entries,
  checkIns,
  days,
  today,
  onset,
  startSide,
}: {
  entries: readonly PainEntry[];
  checkIns: readonly CheckIn[];
  days: readonly LoadDay[];
  today: Pick<Today, 'date' | 'ceiling' | 'due'>;
  onset: string | null;
  startSide: Side;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [side, setSide] = useState(startSide);
  const [weeks, setWeeks] = useState(FEWEST_WEEKS);
  const said = [...entries, ...checkIns];
  const worst = worstByDay(side, said);
  const first = said.reduce<string>((day, one) => {
    const date = dayOfMoment(one);
    return date < day ? date : day;
  }, onset ?? today.date);
  const reach = Math.min(MOST_WEEKS, weeksSince(first, today.date));
  const shown = Math.min(weeks, Math.max(reach, 1));
  const due = dueNow(today.due, today.date) !== null;
  const seven = lastSeven(worst, today.date);
  const both = new Set(said.map((one) => one.side)).size > 1 || !said.some((one) => one.side === side);
  return (
    <section aria-labelledby="diary-course">
      <h2 id="diary-course" className="say-finding">
        {t(`diary.trend.${trendOf(worst, today.date)}`)}
      </h2>
      <p className="second course-lead">
        {t('diary.course.lead', { side: t(`side.${side}`) })}{' '}
        {seven.said > 0
          ? t('diary.course.quiet', { quiet: seven.quiet, count: seven.said })
          : t('diary.course.silent')}
      </p>
      {onset === null && said.some(({ pain }) => pain > 0) && (
        <div className="course-onset">
          <p className="second">{t('diary.course.noOnset')}</p>
          <OnsetForm />
        </div>
      )}
      {both && (
        <RadioGroup
          className="radios"
          orientation="horizontal"
          aria-label={t('diary.course.which')}
          value={side}
          onChange={(value) => setSide(value === 'left' ? 'left' : 'right')}
        >
          {(['left', 'right'] as const).map((one) => (
            <Radio key={one} value={one} className="chip">
              {t(`side.kneeStart.${one}`)}
            </Radio>
          ))}
        </RadioGroup>
      )}
      <HeatMap
        weeks={heatWeeks({
          worst,
          load: days,
          today: today.date,
          onset,
          weeks: shown,
          firstWeekday: firstWeekday(format.locale),
          due,
        })}
        ceiling={today.ceiling}
        side={side}
      />
      <ul className="heat-key caption" aria-label={t('diary.heat.key')}>
        {heatSteps(today.ceiling).map(({ heat, low, high }) => (
          <li key={heat}>
            <span className={`heat-swatch heat-${heat}`} aria-hidden="true" />{' '}
            {heat === 2 ? t('diary.heat.ceiling', { pain: low }) : format.range(String(low), String(high))}
          </li>
        ))}
        <li>
          <span className="heat-swatch hatch" aria-hidden="true" /> {t('diary.heat.state.silent')}
        </li>
        <li>
          <span className="heat-swatch-load" aria-hidden="true" /> {t('diary.heat.load')}
        </li>
      </ul>
      {reach > shown && (
        <Button className="button small" onPress={() => setWeeks(weeks + MORE_WEEKS)}>
          {t('diary.course.earlier')}
        </Button>
      )}
    </section>
  );
}
