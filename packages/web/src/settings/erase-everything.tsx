/** Erases every run, answer and setting of this computer's Kneewise: asked twice, since nothing brings them back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { api } from '../api/client.ts';
import { answersChanged } from '../api/queries.ts';
import { forgetStrength } from '../strength/waiting.ts';

export function EraseEverything({ runs }: { runs: number }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const erase = useMutation({
    mutationFn: api.eraseEverything,
    onSuccess: async () => {
      forgetStrength();
      await navigate({ to: '/' });
      client.removeQueries({ queryKey: ['answers'] });
      await answersChanged(client);
    },
  });
  if (!asked)
    return (
      <Button className="button small" onPress={() => setAsked(true)}>
        {t('settings.eraseAll')}
      </Button>
    );
  return (
    <div role="group" aria-label={t('settings.eraseAll')} className="erase-everything">
      <p>
        <strong>{t('settings.eraseSure', { count: runs })}</strong> {t('settings.eraseGone')}
      </p>
      <div className="radios">
        <Button className="button small" onPress={() => setAsked(false)}>
          {t('settings.eraseNot')}
        </Button>
        <Button className="button small" isDisabled={erase.isPending} onPress={() => erase.mutate()}>
          {t('settings.eraseYes')}
        </Button>
      </div>
      {erase.isError && <p role="alert">{erase.error.message}</p>}
    </div>
  );
}
