/** On every page while the store holds the simulated runner. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { api } from '../api/client.ts';
import { answersChanged } from '../api/queries.ts';
import { forgetStrength } from '../strength/waiting.ts';
import { useFormat } from '../format/use-format.ts';

export function SampleBanner({ date }: { date: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const navigate = useNavigate();
  const erase = useMutation({
    mutationFn: api.eraseSample,
    onSuccess: async () => {
      forgetStrength();
      await navigate({ to: '/' });
      client.removeQueries({ queryKey: ['answers'] });
      await answersChanged(client);
    },
  });
  return (
    <aside className="sample-banner second" aria-label={t('sample.label')}>
      <p>
        <strong>{t('sample.title')}</strong> {t('sample.text', { date: format.date(date) })}{' '}
        <Link to="/import">{t('sample.leave')}</Link>
        {' · '}
        <Button className="link" isDisabled={erase.isPending} onPress={() => erase.mutate()}>
          {t('sample.erase')}
        </Button>
        {erase.isError && <span role="alert"> {erase.error.message}</span>}
      </p>
    </aside>
  );
}
