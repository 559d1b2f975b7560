/** What the files said, with their remarks, and the originals byte for byte. */
import { useTranslation } from 'react-i18next';
import type { RunDetail } from '../api/types.ts';
import { useFormat } from '../format/use-format.ts';

export function RunSources({ run }: { run: RunDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section aria-labelledby="sources">
      <h2 id="sources" className="section-title">
        {t('run.files')}
      </h2>
      {run.warningList.length > 0 && (
        <ul className="remarks second">
          {run.warningList.map(({ code, text }) => (
            <li key={`${code} ${text}`}>{text}</li>
          ))}
        </ul>
      )}
      <ul className="sources second">
        {run.sources.map((source) => (
          <li key={source.id}>
            <a
              href={`/api/runs/${encodeURIComponent(run.id)}/original/${encodeURIComponent(source.id)}`}
              download={source.path.split('/').at(-1)}
            >
              {source.path}
            </a>{' '}
            <span className="quiet">
              {format.fileSize(source.sizeBytes)}
              {run.sources.length > 1 && `, ${t(source.used ? 'run.sourceUsed' : 'run.sourceBeside')}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
