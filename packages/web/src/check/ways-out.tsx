/** The two ways out of a raised sign: someone has looked at the knee, or an answer was a mistake. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { ClearanceForm } from '../today/clearance-form.tsx';
import type { useCheck } from './use-check.ts';

type Open = 'seen' | 'mistake' | null;

export function WaysOut({
  date,
  since,
  check: { act },
  onSeen,
}: {
  /** The day spoken as of. */
  date: string;
  /** The day of the check: a visit before it cannot answer it. */
  since: string;
  check: ReturnType<typeof useCheck>;
  onSeen: () => void;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>(null);
  if (open === 'seen')
    return (
      <div className="card">
        <ClearanceForm
          latest={date}
          earliest={since}
          onDone={() => {
            setOpen(null);
            onSeen();
          }}
        />
      </div>
    );
  if (open === 'mistake')
    return (
      <div className="mistake">
        <p>{t('check.red.mistakeHow')}</p>
        <div className="ways-on">
          <Button
            className="button"
            isDisabled={act.isPending}
            onPress={() => act.mutate({ kind: 'begin', how: 'over' })}
          >
            {t('check.red.again')}
          </Button>
          <Button className="button" onPress={() => setOpen(null)}>
            {t('check.red.notYet')}
          </Button>
        </div>
      </div>
    );
  return (
    <div className="ways-out">
      <Button className="link" onPress={() => setOpen('seen')}>
        {t('check.red.seen')}
      </Button>
      <Button className="link" onPress={() => setOpen('mistake')}>
        {t('check.red.mistake')}
      </Button>
    </div>
  );
}
