/** See someone: nothing to run, and the ways on from here. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { api } from '../api/client.ts';
import { answersChanged } from '../api/queries.ts';

export function SeenSomeone() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const again = useMutation({
    mutationFn: () => api.saveSettings({ flags: 'unanswered' }),
    onSuccess: () => answersChanged(client),
  });
  return (
    <div className="see-someone">
      <p className="stop-bar">{t('flags.raisedHelp')}</p>
      <p className="second">{t('flags.emergency')}</p>
      <Button className="button" isDisabled={again.isPending} onPress={() => again.mutate()}>
        {t('flags.again')}
      </Button>
      {again.isError && <p role="alert">{again.error.message}</p>}
    </div>
  );
}
