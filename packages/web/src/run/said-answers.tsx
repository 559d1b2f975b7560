/** What was answered after a run, and the way to put an answer right or take it back, however late. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { api } from '../api/client.ts';
import { answersChanged } from '../api/queries.ts';
import type { CheckIn } from '../api/types.ts';
import { PainScale } from '../ui/pain-scale.tsx';
import { offerUndo } from '../ui/undo.tsx';

function Answer({ said, ceiling }: { said: CheckIn; ceiling: number }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const change = useMutation({
    mutationFn: async (next: Partial<Pick<CheckIn, 'pain' | 'stopSign' | 'onsetM'>> | null) => {
      const { id, ...before } = said;
      // The new one first: at no moment is nothing kept.
      const saved = next === null ? null : await api.addCheckIn({ ...before, ...next });
      await api.removeCheckIn(id);
      return { saved, before };
    },
    onSuccess: async ({ saved, before }) => {
      setOpen(false);
      await answersChanged(client);
      offerUndo(t(saved === null ? 'run.answerTaken' : 'run.answerChanged'), async () => {
        await api.addCheckIn(before);
        if (saved !== null) await api.removeCheckIn(saved.id);
        await answersChanged(client);
      });
    },
  });
  const name = t(said.stopSign === true ? 'run.answerWithSign' : 'run.answer', {
    side: t(`side.kneeStart.${said.side}`),
    moment: t(`moment.${said.when}`),
    pain: said.pain,
  });
  return (
    <li>
      <span>{name}</span>{' '}
      <Button
        className="link"
        aria-expanded={open}
        aria-label={t('run.changeThis', { answer: name })}
        onPress={() => setOpen(!open)}
      >
        {t('run.change')}
      </Button>
      {open && (
        <div className="said-change">
          <PainScale
            question={t(`checkIn.question.${said.when}`, { side: t(`side.${said.side}`) })}
            ceiling={ceiling}
            disabled={change.isPending}
            // Where it came belongs to an ache that reached the ceiling.
            onSave={(pain) => change.mutate({ pain, onsetM: pain >= ceiling ? said.onsetM : null })}
          />
          <div className="chips">
            <Button
              className="button small"
              isDisabled={change.isPending}
              onPress={() => change.mutate({ stopSign: said.stopSign !== true })}
            >
              {t(said.stopSign === true ? 'run.signNot' : 'run.signToo')}
            </Button>
            <Button
              className="button small"
              isDisabled={change.isPending}
              onPress={() => change.mutate(null)}
            >
              {t('run.takeBack')}
            </Button>
          </div>
        </div>
      )}
      {change.isError && <p role="alert">{change.error.message}</p>}
    </li>
  );
}

export function SaidAnswers({ said, ceiling }: { said: readonly CheckIn[]; ceiling: number }) {
  return (
    <ul className="said-answers second">
      {said
        .toSorted((a, b) => a.atMs - b.atMs)
        .map((one) => (
          <Answer key={one.id} said={one} ceiling={ceiling} />
        ))}
    </ul>
  );
}
