/** Everything into one file, everything back from one; and an export for other programs. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, FileTrigger } from 'react-aria-components';
import { call } from '../api/client.ts';
import { answersChanged } from '../api/queries.ts';
import { useFormat } from '../format/use-format.ts';
import { bringWords } from '../i18n/i18n.ts';
import words from './words.en.json' with { type: 'json' };

bringWords(words);

export function BackupAndExport({ runs }: { runs: number }) {
  const { t } = useTranslation();
  return (
    <>
      <section className="setting" aria-labelledby="settings-backup">
        <h2 id="settings-backup" className="section-title">
          {t('giving.backup.title')}
        </h2>
        <p>{t('giving.backup.what')}</p>
        <a className="button small" href="/api/backup" download>
          {t('giving.backup.make')}
        </a>
        <Restore runs={runs} />
      </section>
      <section className="setting" aria-labelledby="settings-export">
        <h2 id="settings-export" className="section-title">
          {t('giving.export.title')}
        </h2>
        <p>{t('giving.export.what')}</p>
        <a className="button small" href="/api/export" download>
          {t('giving.export.make')}
        </a>
      </section>
    </>
  );
}

/** After an upgrade of the engine: how many runs still show what an older one worked out. */
export function Refreshing({ runs }: { runs: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p className="second" role="status">
      {runs > 0 && t('giving.refreshing', { count: runs, figure: format.number(runs) })}
    </p>
  );
}

function Restore({ runs }: { runs: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const restore = useMutation({
    mutationFn: (backup: File) => call<{ madeAtMs: number }>('PUT', '/api/restore?replace=true', backup),
    onSuccess: async () => {
      setFile(null);
      client.removeQueries({ queryKey: ['import'] });
      client.removeQueries({ queryKey: ['imports'] });
      await answersChanged(client);
    },
  });
  const told =
    restore.data === undefined
      ? null
      : t('giving.backup.done', {
          date: format.date(restore.data.madeAtMs, -new Date(restore.data.madeAtMs).getTimezoneOffset()),
        });
  if (file === null)
    return (
      <>
        <FileTrigger
          acceptedFileTypes={['.zip']}
          onSelect={(list) => {
            restore.reset();
            setFile(list?.[0] ?? null);
          }}
        >
          <Button className="button small">{t('giving.backup.restore')}</Button>
        </FileTrigger>
        <p role="status">{told}</p>
      </>
    );
  return (
    <div role="group" aria-label={t('giving.backup.restore')} className="erase-everything">
      <p>
        <strong>{t('giving.backup.sure', { name: file.name })}</strong>{' '}
        {runs > 0 && t('giving.backup.replaces', { count: runs })}
      </p>
      <div className="radios">
        <Button className="button small" isDisabled={restore.isPending} onPress={() => setFile(null)}>
          {t('giving.backup.no')}
        </Button>
        <Button className="button small" isDisabled={restore.isPending} onPress={() => restore.mutate(file)}>
          {t('giving.backup.yes')}
        </Button>
      </div>
      <p role="status">{restore.isPending ? t('giving.backup.restoring') : ''}</p>
      {restore.isError && <p role="alert">{restore.error.message}</p>}
    </div>
  );
}
