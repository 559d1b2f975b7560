/** One entry in a list: its title leads to its page. */
import { SOURCES } from '@kneewise/engine';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MarkPicture } from '../ui/evidence-mark.tsx';
import type { Entry } from './registry.ts';
import { StatusMark } from './status-mark.tsx';
import { capital, nameOf, titleOf } from './title-of.ts';

/** Kinds of rules, by how their ids begin. */
const GROUP = /^(RF|weights?|test|grade|row|family|today|before|plan|strength|exercise)/;

/** A source has a strength of its own; whatever rests on sources stands or falls with them. */
function Standing({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const source = entry.kind === 'source' ? SOURCES.find(({ id }) => id === entry.id) : undefined;
  if (source === undefined) return <StatusMark status={entry.status} />;
  return (
    <span className="evidence-mark">
      <MarkPicture mark={source.mark} /> {t(`mark.${source.mark}`)}
    </span>
  );
}

export function EntryRow({ entry }: { entry: Entry }) {
  const { t, i18n } = useTranslation();
  const { id, kind, subject, says } = entry;
  const group = kind === 'rule' ? GROUP.exec(id)?.[1]?.replace(/s$/, '') : undefined;
  return (
    <li className="evidence-row">
      <div>
        <Link to="/evidence/$id" params={{ id }} className="evidence-title">
          {titleOf(entry, i18n)}
        </Link>
        {says !== null && kind !== 'number' && <p className="second">{capital(says)}</p>}
        {kind === 'number' && (
          <p className="second">
            <code>{says === null ? nameOf(id) : `${nameOf(id)} = ${says}`}</code>
          </p>
        )}
      </div>
      <p className="caption evidence-facts">
        <Standing entry={entry} />
        {group !== undefined && <span>{t(`evidencePage.group.${group}`)}</span>}
        <span>{t(`evidencePage.subject.${subject}`)}</span>
        {(kind === 'claim' || /^RF\d/.test(id)) && <span>{id}</span>}
      </p>
    </li>
  );
}
