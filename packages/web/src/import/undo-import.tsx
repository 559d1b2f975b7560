/** Takes an import back; asked twice, and told what went and what stayed. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { useFormat } from '../format/use-format.ts';
import { importsChanged, keeping, type UndoneImport } from './keeping-api.ts';

export function UndoImport({ importId, undone }: { importId: string; undone: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const undo = useMutation({
    mutationFn: () => keeping.undoImport(importId),
    onSuccess: async () => {
      setAsked(false);
      await importsChanged(client);
    },
  });
  if (undo.data !== undefined) return <Told undone={undo.data} />;
  if (undone) return null;
  if (!asked)
    return (
      <p className="undo-import">
        <Button className="button small" onPress={() => setAsked(true)}>
          {t('keeping.undo.begin')}
        </Button>
      </p>
    );
  return (
    <div role="group" aria-label={t('keeping.undo.begin')} className="undo-import">
      <p>
        <strong>{t('keeping.undo.sure')}</strong> {t('keeping.undo.what')}
      </p>
      <div className="choose">
        <Button className="button small" onPress={() => setAsked(false)}>
          {t('keeping.undo.no')}
        </Button>
        <Button className="button small" isDisabled={undo.isPending} onPress={() => undo.mutate()}>
          {t('keeping.undo.yes')}
        </Button>
      </div>
      {undo.isError && <p role="alert">{undo.error.message}</p>}
    </div>
  );
}

function Told({ undone }: { undone: UndoneImport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = (count: number) => ({ count, figure: format.number(count) });
  return (
    <p role="status" className="undo-import">
      {[
        t('keeping.undo.gone', figure(undone.activitiesGone)),
        undone.activitiesKept > 0 ? t('keeping.undo.kept', figure(undone.activitiesKept)) : null,
        undone.answersWithoutRun > 0 ? t('keeping.undo.answers', figure(undone.answersWithoutRun)) : null,
        t('keeping.undo.again'),
      ]
        .filter((part) => part !== null)
        .join(' ')}
    </p>
  );
}
