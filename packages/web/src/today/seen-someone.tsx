/** See someone: nothing to run, and the two ways on: someone has looked at the knee, or an answer was a mistake. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { api } from '../api/client.ts';
import { answersChanged, todayQuery } from '../api/queries.ts';
import { ClearanceForm } from './clearance-form.tsx';
import { FlagQuestions } from './flag-questions.tsx';

const ignore = (): void => {};

export function SeenSomeone() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const today = useQuery(todayQuery).data;
  const [telling, setTelling] = useState(false);
  const again = useMutation({
    mutationFn: () => api.saveSettings({ flags: 'unanswered' }),
    onSuccess: () => answersChanged(client),
  });
  const asked = today !== undefined && today.questions.length > 0;
  return (
    <div className="see-someone">
      <p className="stop-bar go-today">{t('flags.emergency')}</p>
      <p>{t('flags.raisedHelp')}</p>
      {telling && today !== undefined ? (
        <ClearanceForm latest={today.date} onDone={() => setTelling(false)} />
      ) : (
        <div className="ways-on">
          <Button className="button" onPress={() => setTelling(true)}>
            {t('flags.seen')}
          </Button>
          {!asked && (
            <Button className="button" isDisabled={again.isPending} onPress={() => again.mutate()}>
              {t('flags.again')}
            </Button>
          )}
        </div>
      )}
      {again.isError && <p role="alert">{again.error.message}</p>}
      {asked && !telling && <FlagQuestions today={today} onSaved={ignore} />}
    </div>
  );
}
