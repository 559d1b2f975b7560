/** See someone: nothing to run, what to say, and the two ways on: the knee was seen, or an answer was a mistake. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { checkQuery } from '../api/check-query.ts';
import { todayQuery } from '../api/queries.ts';
import { ClearanceForm } from './clearance-form.tsx';

export function SeenSomeone() {
  const { t } = useTranslation();
  const today = useQuery(todayQuery).data;
  const check = useQuery(checkQuery).data;
  const [telling, setTelling] = useState(false);
  const latest = check?.referred === true ? check.latest : null;
  const urgent = latest?.level === 'emergency-now' || latest?.level === 'today' ? latest.level : null;
  return (
    <div className="see-someone">
      <p className="stop-bar go-today">{t(urgent === null ? 'flags.emergency' : `flags.level.${urgent}`)}</p>
      <p>{t('flags.raisedHelp')}</p>
      <p>
        <Link to="/knee" className="button filled">
          {t('flags.what')}
        </Link>
      </p>
      {telling && today !== undefined ? (
        <ClearanceForm
          latest={today.date}
          {...(latest === null ? {} : { earliest: latest.date })}
          onDone={() => setTelling(false)}
        />
      ) : (
        <div className="ways-on">
          <Button className="button" onPress={() => setTelling(true)}>
            {t('flags.seen')}
          </Button>
          <Link to="/knee/check" className="button">
            {t('flags.again')}
          </Link>
        </div>
      )}
    </div>
  );
}
