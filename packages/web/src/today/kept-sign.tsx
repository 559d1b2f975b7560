/** The sign to stop is kept already, with the worst number said of its run; here the number can be put right. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { api } from '../api/client.ts';
import { answersChanged } from '../api/queries.ts';
import type { CheckIn } from '../api/types.ts';
import { PainScale } from '../ui/pain-scale.tsx';
import { offerUndo } from '../ui/undo.tsx';

export function KeptSign({ kept, ceiling, onDone }: { kept: CheckIn; ceiling: number; onDone: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const correct = useMutation({
    mutationFn: async (pain: number) => {
      const { id, ...said } = kept;
      // The new one first: at no moment is the sign not kept.
      const saved = await api.addCheckIn({ ...said, pain });
      await api.removeCheckIn(id);
      return saved;
    },
    onSuccess: async (saved) => {
      onDone();
      await answersChanged(client);
      offerUndo(
        t('checkIn.saved', {
          side: t(`side.kneeStart.${saved.side}`),
          pain: saved.pain,
          moment: t(`moment.${saved.when}`),
        }),
        async () => {
          await api.removeCheckIn(saved.id);
          await answersChanged(client);
        },
      );
    },
  });
  return (
    <section className="card check-in" aria-labelledby="kept-sign">
      <h2 id="kept-sign" className="section-title">
        {t('checkIn.signKept')}
      </h2>
      <p className="second">{t('checkIn.signKeptWith', { pain: kept.pain })}</p>
      <PainScale
        question={t(`checkIn.question.${kept.when}`, { side: t(`side.${kept.side}`) })}
        ceiling={ceiling}
        disabled={correct.isPending}
        onSave={(pain) => (pain === kept.pain ? onDone() : correct.mutate(pain))}
      />
      {correct.isError && (
        <p role="alert" className="strong second">
          {correct.error.message}
        </p>
      )}
      <p>
        <Button className="button small" onPress={onDone}>
          {t('checkIn.signRight', { pain: kept.pain })}
        </Button>
      </p>
    </section>
  );
}
