/** Where it hurts: a knee to tap, its places by name, and what lies beside the map. */
import { answerLabel } from '@kneewise/words';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Checkbox, CheckboxGroup, Label, Radio, RadioGroup } from 'react-aria-components';
import { KneeMap } from '../knee/body-map/knee-map.tsx';
import { neighbours, type Region, type View } from '../knee/body-map/regions.ts';
import { isBesideTheMap, isOnTheMap, placeOf } from './places.ts';
import type { QuestionProps } from './question-parts.ts';
import { valuesOf } from './quiet.ts';

const NEARBY = 3;

function PlaceList({
  places,
  label,
  value,
  onChange,
}: {
  places: readonly string[];
  label: string;
  value: readonly string[];
  onChange: (places: string[]) => void;
}) {
  return (
    <CheckboxGroup
      className="place-list"
      value={places.filter((place) => value.includes(place))}
      onChange={(ticked) => onChange([...value.filter((place) => !places.includes(place)), ...ticked])}
    >
      <Label className="field-label">{label}</Label>
      <div className="chips">
        {places.map((place) => (
          <Checkbox key={place} value={place} className="chip">
            {answerLabel('place', place)}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}

export function PlaceQuestion({
  question,
  said,
  onSay,
  labelledBy,
  side,
}: QuestionProps & { readonly side: 'left' | 'right' }) {
  const { t } = useTranslation();
  const [view, setView] = useState<View>('front');
  const [tapped, setTapped] = useState<Region | null>(null);
  const value = valuesOf(said);
  const say = (places: readonly string[]): void => onSay(places.length === 0 ? null : [...places]);
  const toggle = (place: string): void =>
    say(value.includes(place) ? value.filter((each) => each !== place) : [...value, place]);
  const near =
    tapped === null
      ? []
      : [...new Set(neighbours(tapped, NEARBY + 3).map(placeOf))]
          .filter((place) => !value.includes(place))
          .slice(0, NEARBY);
  return (
    <div className="check-place" role="group" aria-labelledby={labelledBy}>
      <div className="place-head">
        <RadioGroup
          className="segments"
          orientation="horizontal"
          aria-label={t('check.map.view')}
          value={view}
          onChange={(next) => {
            setView(next as View);
            setTapped(null);
          }}
        >
          <Radio value="front" className="segment">
            {t('check.map.front')}
          </Radio>
          <Radio value="back" className="segment">
            {t('check.map.back')}
          </Radio>
        </RadioGroup>
        <span className="second">{t(view === 'front' ? 'check.map.as' : 'check.map.asBack')}</span>
      </div>
      <figure className="place-map">
        <KneeMap
          view={view}
          side={side}
          marked={(region) => value.includes(placeOf(region))}
          onTap={(region) => {
            setTapped(region);
            toggle(placeOf(region));
          }}
        />
        <figcaption className="second">{t(`check.map.${side}`)}</figcaption>
      </figure>
      <div className="place-said" aria-live="polite">
        {value.length === 0 ? (
          <p className="second">{t('check.map.nothing')}</p>
        ) : (
          <ul className="chips" aria-label={t('check.map.marked')}>
            {value.map((place) => (
              <li key={place}>
                <Button
                  className="chip place-chip"
                  aria-label={t('check.map.remove', { place: answerLabel('place', place) })}
                  onPress={() => toggle(place)}
                >
                  {answerLabel('place', place)} <span aria-hidden="true">×</span>
                </Button>
              </li>
            ))}
          </ul>
        )}
        {near.length > 0 && (
          <div className="chips place-near">
            <span className="second">{t('check.map.nearby')}</span>
            {near.map((place) => (
              <Button key={place} className="button small" onPress={() => toggle(place)}>
                {answerLabel('place', place)}
              </Button>
            ))}
          </div>
        )}
      </div>
      <details className="place-names">
        <summary>{t('check.map.list')}</summary>
        <PlaceList
          places={question.answers.filter(isOnTheMap)}
          label={t('check.map.label')}
          value={value}
          onChange={say}
        />
      </details>
      <PlaceList
        places={question.answers.filter((place) => isBesideTheMap(place) && !isOnTheMap(place))}
        label={t('check.map.beside')}
        value={value}
        onChange={say}
      />
    </div>
  );
}
