/** What Kneewise rests on: claims, rules, numbers and sources, to browse and to search. */
import type { ClaimStatus } from '@kneewise/engine';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Input, Label, Radio, RadioGroup, SearchField } from 'react-aria-components';
import { ClaimsChart } from './claims-chart.tsx';
import { type Subject, SUBJECTS } from './claim-grounds.ts';
import { EntryRow } from './entry-row.tsx';
import { EVERYTHING } from './part.ts';
import { type Kind, KINDS, STATUSES } from './registry.ts';
import { found, type Sought } from './search.ts';
import { titleOf } from './title-of.ts';

/** Rows drawn before "Show more". */
const PAGE_ROWS = 60;

const countsOf = (kind: Kind): Readonly<Record<ClaimStatus, number>> => {
  const counts = { supported: 0, mixed: 0, contradicted: 0, unverified: 0 };
  for (const entry of EVERYTHING) if (entry.kind === kind) counts[entry.status] += 1;
  return counts;
};
const CLAIM_COUNTS = countsOf('claim');

const NOTHING_SOUGHT: Sought = { kind: 'claim', status: null, subject: null, words: '' };

function Choice<Value extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  label: string;
  value: Value;
  choices: readonly { readonly value: Value; readonly word: string }[];
  onChange: (value: Value) => void;
}) {
  return (
    <RadioGroup
      className="field"
      orientation="horizontal"
      value={value}
      onChange={(next) => onChange(next as Value)}
    >
      <Label className="field-label">{label}</Label>
      <div className="radios">
        {choices.map((one) => (
          <Radio key={one.value} value={one.value} className="chip">
            {one.word}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

export function EvidencePage() {
  const { t, i18n } = useTranslation();
  const [sought, setSought] = useState(NOTHING_SOUGHT);
  const [shown, setShown] = useState(PAGE_ROWS);
  const asked = useDeferredValue(sought);
  const rows = useMemo(() => found(EVERYTHING, asked, (entry) => titleOf(entry, i18n)), [asked, i18n]);
  const seek = (change: Partial<Sought>): void => {
    setSought({ ...sought, ...change });
    setShown(PAGE_ROWS);
  };
  // Opened where there is room for it beside the picture; a phone shows the list sooner.
  const [isWide] = useState(() => matchMedia('(min-width: 1000px)').matches);
  const counts = useMemo(() => countsOf(sought.kind), [sought.kind]);
  const statuses = STATUSES.filter((status) => counts[status] > 0);
  return (
    <div className="page evidence-page">
      <h1 className="say-page">{t('evidencePage.title')}</h1>
      <p className="lead">{t('evidencePage.lead')}</p>
      <div className="evidence-top">
        <ClaimsChart counts={CLAIM_COUNTS} />
        <details className="evidence-read" open={isWide}>
          <summary className="section-title">{t('evidencePage.read.title')}</summary>
          <dl className="second">
            {STATUSES.map((status) => (
              <div key={status}>
                <dt className="strong">{t(`evidencePage.status.${status}`)}</dt>
                <dd>{t(`evidencePage.read.${status}`)}</dd>
              </div>
            ))}
          </dl>
        </details>
      </div>
      <p className="evidence-both">
        <Link to="/disagreements">{t('evidencePage.toDisagreements')}</Link>
      </p>
      <search className="evidence-seek">
        <SearchField
          className="field"
          value={sought.words}
          onChange={(words) => seek({ words })}
          onSubmit={() => undefined}
        >
          <Label className="field-label">{t('evidencePage.search')}</Label>
          <div className="evidence-search">
            <Input className="input" placeholder={t('evidencePage.searchHint')} />
          </div>
        </SearchField>
        <Choice<Kind>
          label={t('evidencePage.show')}
          value={sought.kind}
          choices={KINDS.map((kind) => ({ value: kind, word: t(`evidencePage.kinds.${kind}`) }))}
          onChange={(kind) => seek({ kind, status: null, subject: null })}
        />
        <Choice<ClaimStatus | 'all'>
          label={t('evidencePage.standing')}
          value={sought.status ?? 'all'}
          choices={[
            { value: 'all' as const, word: t('evidencePage.all') },
            ...statuses.map((status) => ({
              value: status,
              word: `${t(`evidencePage.status.${status}`)} ${counts[status]}`,
            })),
          ]}
          onChange={(status) => seek({ status: status === 'all' ? null : status })}
        />
        <div className="field">
          <label htmlFor="evidence-subject">{t('evidencePage.about')}</label>
          <select
            id="evidence-subject"
            className="input"
            value={sought.subject ?? ''}
            onChange={({ target: { value } }) => seek({ subject: value === '' ? null : (value as Subject) })}
          >
            <option value="">{t('evidencePage.everything')}</option>
            {SUBJECTS.map((subject) => (
              <option key={subject} value={subject}>
                {t(`evidencePage.subject.${subject}`)}
              </option>
            ))}
          </select>
        </div>
      </search>
      <section aria-labelledby="evidence-found">
        <h2 id="evidence-found" className="section-title" aria-live="polite">
          {t('evidencePage.found', { count: rows.length })}
        </h2>
        {sought.kind === 'number' && <p className="second">{t('evidencePage.numbersNote')}</p>}
        <ul className="evidence-rows">
          {rows.slice(0, shown).map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </ul>
        {rows.length > shown && (
          <Button className="button small" onPress={() => setShown(shown + PAGE_ROWS)}>
            {t('showMore', { figure: rows.length - shown })}
          </Button>
        )}
      </section>
    </div>
  );
}
