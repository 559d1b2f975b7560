/** Map and diary: where it aches now, how it went day by day, what one can do again, and what may hide pain. */
import './diary.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Radio, RadioGroup } from 'react-aria-components';
import { loadQuery, settingsQuery, statusQuery, todayQuery } from '../api/queries.ts';
import { bringWords } from '../i18n/i18n.ts';
import type { View } from '../knee/body-map/regions.ts';
import { AkpsPlot } from '../questionnaires/akps-plot.tsx';
import { filledQuery } from '../questionnaires/api.ts';
import { KneeTabs } from '../shell/shell.tsx';
import { FailedCard } from '../ui/failed-card.tsx';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { checkInsQuery, diaryQuery } from './api.ts';
import { Course } from './course.tsx';
import { Masks } from './masks.tsx';
import { PainMap } from './pain-map.tsx';
import { PlaceCard } from './place-card.tsx';
import type { Side, Spot } from './places.ts';
import { nowOn } from './when.ts';
import words from './words.en.json' with { type: 'json' };
import { worstPlaces } from './worst-places.ts';
import { Written } from './written.tsx';

bringWords(words);

const VIEWS: readonly View[] = ['front', 'back'];
/** As one sees the own legs. */
const SIDES: readonly Side[] = ['left', 'right'];

export function DiaryPage() {
  const { t } = useTranslation();
  const [spot, setSpot] = useState<Spot | null>(null);
  const [view, setView] = useState<View>('front');
  const status = useQuery(statusQuery);
  const diary = useQuery(diaryQuery);
  const checkIns = useQuery(checkInsQuery);
  const load = useQuery(loadQuery);
  const today = useQuery(todayQuery);
  const settings = useQuery(settingsQuery);
  const filled = useQuery(filledQuery);
  const storyDay = status.data?.sample === true ? status.data.date : null;
  const now = useCallback(() => nowOn(storyDay, new Date()), [storyDay]);
  const failed = [diary, checkIns, load, today, settings, status].find(
    (query) => query.isError && query.data === undefined,
  );
  if (failed?.error)
    return (
      <div className="page">
        <FailedCard alone error={failed.error} retry={() => void failed.refetch()} />
      </div>
    );
  if (
    diary.data === undefined ||
    checkIns.data === undefined ||
    load.data === undefined ||
    today.data === undefined ||
    settings.data === undefined ||
    status.data === undefined
  )
    return <PageSkeleton />;
  const { entries, taken } = diary.data;
  const { ceiling, date } = today.data;
  const side = spot?.side ?? settings.data.onset?.side ?? 'right';
  const worst = worstPlaces(entries, date);
  const choose = (next: Spot | null): void => {
    setSpot(next);
    if (next?.place.startsWith('back-') === true) setView('back');
    if (next?.place.startsWith('front-') === true) setView('front');
  };
  return (
    <div className="page diary">
      <KneeTabs />
      <div className="diary-now">
        <h1 className="say-page">{t('diary.title')}</h1>
        <div className="diary-views">
          <RadioGroup
            className="diary-switch"
            orientation="horizontal"
            aria-label={t('diary.map.which')}
            value={view}
            onChange={(value) => setView(value === 'back' ? 'back' : 'front')}
          >
            {VIEWS.map((one) => (
              <Radio key={one} value={one} className="diary-switch-one">
                {t(`diary.view.${one}`)}
              </Radio>
            ))}
          </RadioGroup>
          <p className="second">{t('diary.map.as')}</p>
        </div>
        <div className="diary-maps">
          {VIEWS.map((one) => (
            <figure key={one} className={one === view ? 'diary-view' : 'diary-view diary-view-off'}>
              <div className="diary-knees">
                {SIDES.map((knee) => (
                  <div key={knee}>
                    <PainMap
                      view={one}
                      side={knee}
                      worst={worst}
                      ceiling={ceiling}
                      chosen={spot}
                      onChoose={choose}
                    />
                    <p className="second diary-side" aria-hidden="true">
                      {t(`side.${knee}`)}
                    </p>
                  </div>
                ))}
              </div>
              <figcaption className="second">{t(`diary.map.caption.${one}`)}</figcaption>
            </figure>
          ))}
        </div>
        <p className="caption">{t(worst.size > 0 ? 'diary.map.shows' : 'diary.map.empty')}</p>
        <PlaceCard spot={spot} side={side} entries={entries} ceiling={ceiling} now={now} onChoose={choose} />
        <Written entries={entries} />
      </div>
      <div className="diary-course">
        <Course
          entries={entries}
          checkIns={checkIns.data}
          days={load.data.days}
          today={today.data}
          onset={settings.data.onset?.date ?? null}
          startSide={settings.data.onset?.side ?? 'right'}
        />
        <section aria-labelledby="diary-akps" className="diary-akps">
          <h2 id="diary-akps" className="say-finding">
            {t('diary.akps.title')}
          </h2>
          <p className="second">{t('diary.akps.lead')}</p>
          {filled.data !== undefined && filled.data.length > 0 && <AkpsPlot filled={filled.data} />}
          <p>
            <Link to="/knee/akps">
              {t(
                filled.data !== undefined && filled.data.length > 0 ? 'diary.akps.again' : 'diary.akps.first',
              )}
            </Link>
          </p>
        </section>
        <Masks taken={taken} now={now} />
      </div>
    </div>
  );
}
