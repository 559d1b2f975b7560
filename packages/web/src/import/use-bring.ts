/** From files in hand to an import under way, and to the page that shows it. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { answersChanged } from '../api/queries.ts';
import { commonLabel, type NamedFile, sift } from './gather-files.ts';
import { startUpload, uploading } from './upload.ts';
import { sayTrouble } from './trouble.ts';

export function useBring(): (files: readonly NamedFile[]) => Promise<void> {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  return useCallback(
    async (files) => {
      await navigate({ to: '/import' });
      if (uploading()) return sayTrouble(t('import.trouble.busy'));
      const paths = files.map(({ path }) => path);
      const gathered = sift(files, commonLabel(paths) ?? t('import.several', { count: files.length }));
      if (gathered.files.length === 0) return sayTrouble(t('import.trouble.nothing'));
      sayTrouble(null);
      try {
        await startUpload(gathered, () => void answersChanged(client));
        await client.invalidateQueries({ queryKey: ['imports'] });
        await answersChanged(client);
      } catch (error) {
        sayTrouble(error instanceof Error ? error.message : String(error));
      }
    },
    [client, navigate, t],
  );
}
