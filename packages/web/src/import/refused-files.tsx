/** Refused files, kept: why, the bytes back, another try, or away with them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { useFormat } from '../format/use-format.ts';
import { importsChanged, keeping, originalOf, quarantineQuery } from './keeping-api.ts';

/** Shown before "Show more". */
const FIRST_ROWS = 20;

export function RefusedFiles() {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const files = useQuery(quarantineQuery).data?.files ?? [];
  const [shown, setShown] = useState(FIRST_ROWS);
  const changed = (): Promise<void> => importsChanged(client);
  const retry = useMutation({ mutationFn: keeping.retry, onSuccess: changed });
  const remove = useMutation({ mutationFn: keeping.remove, onSuccess: changed });
  const told =
    retry.data === undefined
      ? null
      : t('keeping.refused.retried', {
          read: format.number(retry.data.files.filter(({ refusal }) => refusal === null).length),
          total: format.number(retry.data.files.length),
        });
  if (files.length === 0)
    return told === null ? null : (
      <p className="page" role="status">
        {told}
      </p>
    );
  const offered = files.filter(({ readerChanged }) => readerChanged).length;
  return (
    <section className="page refused-files" aria-labelledby="refused-files">
      <div className="file-head">
        <h2 id="refused-files" className="section-title">
          {t('keeping.refused.title')}
        </h2>
        <Button className="button small" isDisabled={retry.isPending} onPress={() => retry.mutate()}>
          {t('keeping.refused.retryAll')}
        </Button>
      </div>
      <p className="second">
        {offered > 0
          ? t('keeping.refused.offer', { count: offered, figure: format.number(offered) })
          : t('keeping.refused.what')}
      </p>
      <p role="status">{retry.isPending ? t('keeping.refused.retrying') : told}</p>
      {(retry.error ?? remove.error) !== null && <p role="alert">{(retry.error ?? remove.error)?.message}</p>}
      <ul>
        {files.slice(0, shown).map(({ id, path, refusal }) => (
          <li key={id} className="refused-file">
            <div>
              <p className="refused-path">{path}</p>
              <p className="second">{refusal.reason}</p>
            </div>
            <div className="choose">
              <a
                className="button small"
                href={originalOf(id)}
                download
                aria-label={t('keeping.refused.downloadOne', { path })}
              >
                {t('keeping.refused.download')}
              </a>
              <Button
                className="button small"
                isDisabled={remove.isPending}
                onPress={() => remove.mutate(id)}
                aria-label={t('keeping.refused.removeOne', { path })}
              >
                {t('keeping.refused.remove')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {files.length > shown && (
        <Button className="button small" onPress={() => setShown(shown + FIRST_ROWS)}>
          {t('showMore', { figure: format.number(files.length - shown) })}
        </Button>
      )}
    </section>
  );
}
