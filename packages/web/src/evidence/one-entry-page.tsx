/** One claim, rule, number or source: what it says, of whom, what it does not show, and what rests on it. */
import { CLAIMS, DISAGREEMENTS, RED_FLAGS, SOURCES } from '@kneewise/engine';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MarkPicture } from '../ui/evidence-mark.tsx';
import { EntryRow } from './entry-row.tsx';
import { EVERYTHING } from './part.ts';
import { type Entry, usesOf } from './registry.ts';
import { StatusMark } from './status-mark.tsx';
import { capital, titleOf } from './title-of.ts';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ClaimFacts({ id }: { id: string }) {
  const { t } = useTranslation();
  const claim = CLAIMS.find((one) => one.id === id);
  if (claim === undefined) return null;
  return (
    <>
      <Fact name={t('evidencePage.answer')}>{claim.found}</Fact>
      <Fact name={t('evidencePage.who')}>{t(`ground.${id}.who`)}</Fact>
      <Fact name={t('evidencePage.limits')}>{t(`ground.${id}.limits`)}</Fact>
      {claim.confidence !== 'own' && (
        <Fact name={t('evidencePage.checked')}>{t(`evidence.confidence.${claim.confidence}`)}</Fact>
      )}
      <Fact name={t('evidencePage.saidBy')}>
        <ul>
          {claim.articles.map((article) => (
            <li key={article}>{t(`evidencePage.article.${article}`)}</li>
          ))}
        </ul>
      </Fact>
    </>
  );
}

function SourceFacts({ id }: { id: string }) {
  const { t } = useTranslation();
  const source = SOURCES.find((one) => one.id === id);
  if (source === undefined) return null;
  return (
    <>
      <Fact name={t('evidencePage.says')}>{source.says}</Fact>
      {source.population !== 'none' && <Fact name={t('evidencePage.who')}>{source.population}</Fact>}
      <Fact name={t('evidencePage.limits')}>{source.limits}</Fact>
      <Fact name={t('evidencePage.strength')}>
        <span className="evidence-mark">
          <MarkPicture mark={source.mark} /> {t(`mark.${source.mark}`)}
        </span>
      </Fact>
      {source.confidence !== 'own' && (
        <Fact name={t('evidencePage.checked')}>{t(`evidence.confidence.${source.confidence}`)}</Fact>
      )}
    </>
  );
}

function RuleFacts({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const flag = RED_FLAGS.find((one) => one.id === entry.id);
  const code = entry.kind === 'number' ? entry.id : null;
  return (
    <>
      {flag === undefined ? (
        entry.says !== null && (
          <Fact name={t(entry.kind === 'number' ? 'evidencePage.value' : 'evidencePage.says')}>
            {code === null ? entry.says : <code>{entry.says}</code>}
          </Fact>
        )
      ) : (
        <>
          <Fact name={t('evidencePage.flag.why')}>{capital(flag.why)}</Fact>
          <Fact name={t('evidencePage.flag.level')}>{t(`evidencePage.level.${flag.level}`)}</Fact>
          <Fact name={t('evidencePage.flag.tell')}>{capital(flag.tell)}</Fact>
          <Fact name={t('evidencePage.flag.rule')}>
            <ul>
              {flag.when.map((clause) => (
                <li key={clause}>
                  <code>{clause}</code>
                </li>
              ))}
            </ul>
          </Fact>
        </>
      )}
      {code !== null && (
        <Fact name={t('evidencePage.inCode')}>
          <code>{code}</code>
        </Fact>
      )}
    </>
  );
}

function Rows({ id, title, entries }: { id: string; title: string; entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="section-title">
        {title}
      </h2>
      <ul className="evidence-rows">
        {entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

export function OneEntryPage() {
  const { t, i18n } = useTranslation();
  const { id } = useParams({ from: '/evidence/$id' });
  const entry = EVERYTHING.find((one) => one.id === id);
  if (entry === undefined)
    return (
      <div className="page evidence-page">
        <h1 className="say-page">{t('evidencePage.none')}</h1>
        <p className="lead">{t('evidencePage.noneText', { id })}</p>
        <p>
          <Link to="/evidence">{t('evidencePage.back')}</Link>
        </p>
      </div>
    );
  const sources = EVERYTHING.filter((one) => entry.sources.includes(one.id));
  const uses = usesOf(EVERYTHING, id);
  const disputed = DISAGREEMENTS.filter((one) => uses.disagreements.includes(one.id));
  const unused =
    uses.claims.length + uses.rules.length + uses.numbers.length + disputed.length === 0 &&
    entry.kind !== 'number' &&
    entry.kind !== 'rule';
  return (
    <div className="page evidence-page evidence-one">
      <p className="second">
        <Link to="/evidence">{t('evidencePage.back')}</Link>
      </p>
      <p className="evidence-facts second">
        {entry.kind !== 'source' && <StatusMark status={entry.status} />}
        <span>{t(`evidencePage.kind.${entry.kind}`)}</span>
        <span>{t(`evidencePage.subject.${entry.subject}`)}</span>
        {(entry.kind === 'claim' || /^RF\d/.test(id)) && <span>{id}</span>}
      </p>
      <h1 className={entry.kind === 'claim' ? 'say-page' : 'say-finding'}>{titleOf(entry, i18n)}</h1>
      <dl className="evidence-said">
        {entry.kind === 'claim' && <ClaimFacts id={id} />}
        {entry.kind === 'source' && <SourceFacts id={id} />}
        {(entry.kind === 'rule' || entry.kind === 'number') && <RuleFacts entry={entry} />}
      </dl>
      <Rows id="its-sources" title={t('evidencePage.restsOn')} entries={sources} />
      {sources.length === 0 && entry.kind === 'claim' && (
        <p className="second">{t('evidencePage.noSource')}</p>
      )}
      {disputed.length > 0 && (
        <section aria-labelledby="disputed">
          <h2 id="disputed" className="section-title">
            {t('evidencePage.disputed')}
          </h2>
          <ul className="evidence-rows">
            {disputed.map((one) => (
              <li key={one.id} className="evidence-row">
                <Link to="/disagreements" hash={one.id} className="evidence-title">
                  {one.topic}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Rows id="its-claims" title={t('evidencePage.useClaims')} entries={uses.claims} />
      <Rows id="its-rules" title={t('evidencePage.useRules')} entries={uses.rules} />
      <Rows id="its-numbers" title={t('evidencePage.useNumbers')} entries={uses.numbers} />
      {unused && <p className="second">{t('evidencePage.unused')}</p>}
    </div>
  );
}
