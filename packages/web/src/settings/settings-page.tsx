/** Units, light or dark, when the ache began, and where everything is kept. */
import './settings.css';
import { useQuery } from '@tanstack/react-query';
import { use, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { statusQuery } from '../api/queries.ts';
import type { Units } from '../format/format.ts';
import { FormatContext } from '../format/use-format.ts';
import { BackupAndExport, Refreshing } from './backup.tsx';
import { EraseEverything } from './erase-everything.tsx';
import { OnsetForm } from '../import/onset-form.tsx';
import { chooseTheme, chosenTheme, type Theme } from '../ui/use-theme.ts';

function Choice<Value extends string>({
  label,
  values,
  value,
  onChange,
}: {
  label: string;
  values: readonly { readonly value: Value; readonly word: string }[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  return (
    <RadioGroup
      className="setting"
      value={value}
      onChange={(next) => onChange(next as Value)}
      orientation="horizontal"
    >
      <Label className="section-title">{label}</Label>
      <div className="radios">
        {values.map((one) => (
          <Radio key={one.value} value={one.value} className="chip">
            {one.word}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

export function SettingsPage() {
  const { t } = useTranslation();
  const status = useQuery(statusQuery);
  const context = use(FormatContext);
  const [theme, setTheme] = useState<Theme>(chosenTheme);
  return (
    <div className="page settings">
      <h1 className="say-page">{t('settings.title')}</h1>
      {context !== null && (
        <Choice<Units>
          label={t('settings.units')}
          values={[
            { value: 'km', word: t('settings.km') },
            { value: 'mi', word: t('settings.mi') },
          ]}
          value={context.format.units}
          onChange={context.setUnits}
        />
      )}
      <Choice<Theme>
        label={t('settings.theme')}
        values={(['system', 'light', 'dark'] as const).map((value) => ({
          value,
          word: t(`settings.themes.${value}`),
        }))}
        value={theme}
        onChange={(next) => {
          chooseTheme(next);
          setTheme(next);
        }}
      />
      <section className="setting" aria-labelledby="settings-onset">
        <h2 id="settings-onset" className="section-title">
          {t('settings.onset')}
        </h2>
        <OnsetForm />
      </section>
      {status.data !== undefined && <BackupAndExport runs={status.data.runs} />}
      <section className="setting" aria-labelledby="settings-data">
        <h2 id="settings-data" className="section-title">
          {t('settings.data')}
        </h2>
        <p>{t('settings.kept')}</p>
        {status.data !== undefined && (
          <p>
            <code>{status.data.dataDir}</code>
          </p>
        )}
        {status.data !== undefined && <Refreshing runs={status.data.refreshing} />}
        {status.data !== undefined && !status.data.empty && <EraseEverything runs={status.data.runs} />}
      </section>
      {status.data !== undefined && (
        <p className="caption">{t('settings.version', { version: status.data.version })}</p>
      )}
      <p className="second">{t('first.notice')}</p>
    </div>
  );
}
