/** What a source says, of whom, and what it does not show. From the engine's registry, loaded once one is opened. */
import { SOURCES } from '@kneewise/engine';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

export function EvidenceNote({ id }: { id: string }) {
  const { t } = useTranslation();
  const source = SOURCES.find((one) => one.id === id);
  if (source === undefined) return <p className="evidence-note second">{t('evidence.unknown', { id })}</p>;
  return (
    <div className="evidence-note second">
      <p className="strong">{source.says}</p>
      {source.population !== 'none' && (
        <p>
          <span className="strong">{t('evidence.who')}</span> {source.population}.
        </p>
      )}
      <p>
        <span className="strong">{t('evidence.not')}</span> {source.limits}
      </p>
      <p className="caption">
        {source.cite}
        {source.confidence !== 'own' && `. ${t(`evidence.confidence.${source.confidence}`)}`}
      </p>
      <p className="caption">
        <Link to="/evidence/$id" params={{ id }}>
          {t('evidence.more')}
        </Link>
      </p>
    </div>
  );
}
