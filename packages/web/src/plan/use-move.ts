/** A session goes to another day, by keys or by dragging; what stands against it is told beside it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answersChanged } from '../api/queries.ts';
import type { MoveResult } from '../api/types.ts';
import { useFormat } from '../format/use-format.ts';
import { offerUndo } from '../ui/undo.tsx';
import { moveTo, type Session } from './plan-queries.ts';

export interface Moving {
  readonly move: (session: Session, to: string) => void;
  readonly pending: boolean;
  /** The last move, where it was not kept. */
  readonly refused: { readonly sessionId: string; readonly problems: MoveResult['problems'] } | null;
  readonly failed: { readonly sessionId: string; readonly text: string } | null;
}

export function useMove(): Moving {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const { mutate, isPending, data, error, variables } = useMutation({
    mutationFn: ({ session, to }: { session: Session; to: string }) => moveTo(session.id, to),
    onSuccess: async ({ kept }, { session, to }) => {
      if (!kept) return;
      offerUndo(t('weeksAhead.moved', { date: format.day(to) }), async () => {
        await moveTo(session.id, session.moved ? session.date : null);
        await answersChanged(client);
      });
      await answersChanged(client);
    },
  });
  const sessionId = variables?.session.id ?? '';
  return {
    move: (session, to) => {
      if (to !== session.date) mutate({ session, to });
    },
    pending: isPending,
    refused: data === undefined || data.kept ? null : { sessionId, problems: data.problems },
    failed: error === null ? null : { sessionId, text: error.message },
  };
}
