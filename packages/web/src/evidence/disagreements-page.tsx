/** Where popular advice disagrees: both sides, what was found, and what is done here. */
import { DISAGREEMENTS } from '@kneewise/engine';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EvidenceMark } from '../ui/evidence-mark.tsx';
import { SOURCE_BY_ID } from './part.ts';

/** The first sentence of a citation's names and year is enough on a button. */
const short = (cite: string): string => cite.split(/[,:]/)[0] ?? cite;

export function DisagreementsPage() {
  const { t } = useTranslation();
  return (
    <div className="page evidence-page disagreements">
      <h1 className="say-page">{t('disagree.title')}</h1>
      <p className="lead">{t('disagree.lead')}</p>
      <nav aria-label={t('disagree.topics')} className="disagree-topics second">
        <ul>
          {DISAGREEMENTS.map(({ id, topic }) => (
            <li key={id}>
              <a href={`#${id}`}>{topic}</a>
            </li>
          ))}
        </ul>
      </nav>
      {DISAGREEMENTS.map(({ id, topic, oneSide, otherSide, found, here, sources }) => (
        <article key={id} id={id} aria-labelledby={`${id}-topic`} className="disagree">
          <h2 id={`${id}-topic`} className="say-finding">
            {topic}
          </h2>
          <div className="disagree-sides">
            <div>
              <h3 className="caption">{t('disagree.one')}</h3>
              <p>{oneSide}</p>
            </div>
            <div>
              <h3 className="caption">{t('disagree.other')}</h3>
              <p>{otherSide}</p>
            </div>
          </div>
          <h3 className="section-title">{t('disagree.found')}</h3>
          <p>{found}</p>
          {sources.map((source) => {
            const kept = SOURCE_BY_ID.get(source);
            return kept === undefined ? null : (
              <EvidenceMark key={source} mark={kept.mark} evidence={source} word={short(kept.cite)} />
            );
          })}
          {sources.length === 0 && <p className="caption">{t('disagree.noSource')}</p>}
          <h3 className="section-title">{t('disagree.here')}</h3>
          <p>{here}</p>
        </article>
      ))}
      <p>
        <Link to="/evidence">{t('evidencePage.back')}</Link>
      </p>
    </div>
  );
}
