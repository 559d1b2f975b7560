/** Imports that were, newest first, each with what it came to. */
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import type { ImportList } from '../api/types.ts';
import { useFormat } from '../format/use-format.ts';
import { countsLine } from './counts-line.ts';

export function ImportHistory({
  imports,
  onChoose,
}: {
  imports: ImportList['imports'];
  onChoose: (importId: string) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  if (imports.length === 0) return null;
  return (
    <section className="page earlier" aria-labelledby="earlier-imports">
      <h2 id="earlier-imports" className="section-title">
        {t('import.earlier')}
      </h2>
      <ul className="import-history">
        {imports.map((one) => (
          <li key={one.id}>
            <Button className="history-row" onPress={() => onChoose(one.id)}>
              <span className="history-day second">
                {format.date(one.createdAtMs, -new Date(one.createdAtMs).getTimezoneOffset())}
              </span>
              <span className="history-label">{one.label}</span>
              <span className="history-counts second">
                {[
                  ...(one.state === 'done' ? [] : [t(`keeping.state.${one.state}`)]),
                  ...(one.state === 'undone'
                    ? []
                    : countsLine(one).map(({ key, count }) =>
                        t(key, { count, figure: format.number(count) }),
                      )),
                ].join(', ')}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
