/** What to do: the self-care card where there is one, then the rules that hold for everybody. */
import { useTranslation } from 'react-i18next';
import type { CheckResult } from '../api/types.ts';
import { EvidenceMark } from '../ui/evidence-mark.tsx';

const upper = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** Said elsewhere on the page. */
const SAID = /^(level-|until-|provisional$|tell-|no-run$|helps$|time$|ceiling$|exercises$|avoid$|back-if$)/;

function Care({ card }: { card: NonNullable<CheckResult['card']> }) {
  const { t } = useTranslation();
  const rows = [
    ['helps', upper(card.helps)],
    ...(card.time === null ? [] : [['time', upper(card.time)]]),
    ['exercises', upper(card.exercises)],
    ...(card.avoid === null ? [] : [['avoid', upper(card.avoid)]]),
    ['backIf', t('check.result.backBy', { backIf: upper(card.backIf), count: card.backWeeks })],
  ] as const;
  return (
    <>
      <p>{t('check.result.careFor', { name: card.name })}</p>
      <dl className="care">
        <div>
          <dt>{t('check.result.ceiling')}</dt>
          <dd className="figure">
            <span className="ember">{card.ceiling}</span>
            <small>/10</small>
          </dd>
          <dd>
            <EvidenceMark mark={card.ceilingEvidence.mark} evidence={card.ceilingEvidence.id} />
          </dd>
        </div>
        {rows.map(([id, words]) => (
          <div key={id}>
            <dt>{t(`check.result.${id}`)}</dt>
            <dd>
              {words}
              {id === 'time' && card.checked === 'M' && (
                <span className="caption"> ({t('check.result.timeUnchecked')})</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <EvidenceMark mark={card.evidence.mark} evidence={card.evidence.id} />
    </>
  );
}

export function WhatToDo({ result }: { result: CheckResult }) {
  const { t } = useTranslation();
  const { card, painkillerRuns } = result;
  return (
    <section aria-labelledby="do" className="to-do">
      <h2 id="do" className="say-finding">
        {t('check.result.do')}
      </h2>
      {card !== null && <Care card={card} />}
      <h3 className="section-title">{t('check.result.rules')}</h3>
      <ul className="rules">
        {result.advice
          .filter(({ id }) => !SAID.test(id))
          .map(({ id, words }) => (
            <li key={id}>{words}</li>
          ))}
        {painkillerRuns >= 3 && <li>{t('check.result.painkiller', { count: painkillerRuns })}</li>}
      </ul>
    </section>
  );
}
