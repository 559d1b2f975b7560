/** One file and what became of it. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OutcomeRow as Row } from '../api/types.ts';
import type { Format } from '../format/format.ts';
import { useFormat } from '../format/use-format.ts';
import { Icon } from '../ui/icon.tsx';
import { sportWord } from '../words/sport-words.ts';

type Translate = ReturnType<typeof useTranslation>['t'];

function what(row: Row, format: Format, t: Translate, sport: string): string {
  const parts = [
    row.outcome === 'other' ? sport : null,
    row.distanceM === null ? null : format.distance(row.distanceM),
    row.startAtMs === null ? null : format.date(row.startAtMs, row.utcOffsetMin),
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(', ') : t('import.row.nothingElse');
}

export function OutcomeRow({ row }: { row: Row }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const [runId] = row.activityIds;
  const sport = sportWord(row.sport, t, (key) => i18n.exists(key));
  const title = ((): string => {
    switch (row.outcome) {
      case 'refused':
        return row.refusal?.reason ?? t('import.row.noReason');
      case 'duplicate':
        return row.startAtMs === null
          ? t('import.row.again')
          : t(
              row.sport === null || row.sport === 'running' ? 'import.row.againOf' : 'import.row.againOther',
              {
                sport,
                date: format.date(row.startAtMs, row.utcOffsetMin),
              },
            );
      case 'added':
      case 'other':
        return what(row, format, t, sport);
    }
  })();
  const remarks = [
    row.outcome === 'other' ? t('import.row.keptNotCounted') : null,
    row.outcome === 'duplicate' && row.duplicateOf !== null
      ? row.duplicateOf === row.path
        ? t('import.row.knownFile')
        : t('import.row.sameAs', { path: row.duplicateOf })
      : null,
    ...row.warnings.map(({ text }) => text),
  ].filter((remark) => remark !== null);
  return (
    <li className="outcome">
      <span className={`outcome-mark outcome-${row.outcome}`}>
        <Icon name={row.outcome} size={20} />
      </span>
      <span className="outcome-word">{t(`import.outcome.${row.outcome}`)}</span>
      <span className="outcome-path second">{row.path}</span>
      <div className="outcome-what">
        <p>
          {row.outcome === 'added' && runId !== undefined ? (
            <Link to="/runs/$runId" params={{ runId }} className="plain-link">
              {title}
            </Link>
          ) : (
            title
          )}
        </p>
        {remarks.map((remark) => (
          <p key={remark} className="second">
            {remark}
          </p>
        ))}
      </div>
    </li>
  );
}
