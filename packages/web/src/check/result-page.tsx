/** What the check came to: what to do first, until when, why, what fits, what would tell, what changes it. */
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import type { CheckResult, CheckState } from '../api/types.ts';
import { daysBetween } from '../format/format.ts';
import { useFormat } from '../format/use-format.ts';
import { CopyButton } from './copy-button.tsx';
import { Explanations } from './explanations.tsx';
import { sayThis } from './say-this.ts';
import type { useCheck } from './use-check.ts';
import { WaysOut } from './ways-out.tsx';
import { WhatToDo } from './what-to-do.tsx';
import { WhyRaised } from './why-raised.tsx';

/** As many as can be read at a glance. */
const QUESTIONS = 5;
const OPEN = 4;

type Check = ReturnType<typeof useCheck>;

/** With the engine's texts, so after the rest. */
const SelfTests = lazy(async () => ({ default: (await import('./self-tests.tsx')).SelfTests }));

function Verdict({ result, state, check }: { result: CheckResult; state: CheckState; check: Check }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [level] = result.advice;
  const until = result.advice.find(({ id }) => id === `until-${result.until}`);
  return (
    <section className={result.mayRun ? 'card verdict' : 'card verdict verdict-stop'}>
      <p className="second">{t('check.result.checked', { date: format.day(result.date) })}</p>
      <h1 className="say-page">{level?.words}</h1>
      {result.cleared && <p className="strong">{t('check.result.cleared')}</p>}
      {until !== undefined && !result.cleared && (
        <p className={result.mayRun ? 'lead' : 'stop-bar lead'}>
          {until.words} {!result.mayRun && t('check.result.mayRunAgain')}
        </p>
      )}
      {result.provisional && <p className="stop-bar">{t('check.result.provisional')}</p>}
      {state.lapsed && (
        <p className="strong">{t('check.result.lapsed', { days: daysBetween(result.date, state.date) })}</p>
      )}
      {state.referred && !result.mayRun && (
        <WaysOut date={state.date} since={result.date} check={check} onSeen={() => undefined} />
      )}
    </section>
  );
}

function AskNext({ result, onAsk, busy }: { result: CheckResult; onAsk: () => void; busy: boolean }) {
  const { t } = useTranslation();
  if (result.askNext.length === 0) return null;
  return (
    <section aria-labelledby="apart" className="apart">
      <h2 id="apart" className="say-finding">
        {t('check.result.apart')}
      </h2>
      <p className="second">{t('check.result.apartHelp')}</p>
      <ul className="rules">
        {result.askNext.slice(0, QUESTIONS).map(({ id }) => (
          <li key={id}>{t(`check.ask.${id}`)}</li>
        ))}
      </ul>
      <Button className="button" isDisabled={busy} onPress={onAsk}>
        {t(result.provisional ? 'check.result.answerOpen' : 'check.result.answerThese')}
      </Button>
    </section>
  );
}

function NotChecked({ open }: { open: CheckResult['open'] }) {
  const { t } = useTranslation();
  const urgent = open.filter(({ level }) => level === 'emergency-now' || level === 'today');
  if (urgent.length === 0) return null;
  const shown = urgent.slice(0, OPEN);
  const more = open.length - shown.length;
  return (
    <section aria-labelledby="not-checked">
      <h2 id="not-checked" className="say-finding">
        {t('check.result.open')}
      </h2>
      <ul className="rules">
        {shown.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
        {more > 0 && <li>{t('check.result.openMore', { count: more })}</li>}
      </ul>
    </section>
  );
}

function Tell({ result }: { result: CheckResult }) {
  const { t } = useTranslation();
  if (result.level === 'self-manage' || result.flags.length === 0) return null;
  const words = sayThis(result, t);
  return (
    <section aria-labelledby="tell" className="tell">
      <div className="red-say-head">
        <h2 id="tell" className="say-finding">
          {t('check.result.tell')}
        </h2>
        <CopyButton text={words} />
      </div>
      <blockquote className="say-quote">“{words}”</blockquote>
      <p className="second">
        {t('check.red.theyAsk', { tell: [...new Set(result.flags.map(({ tell }) => tell))].join('; ') })}
      </p>
    </section>
  );
}

export function ResultPage({
  result,
  state,
  check,
}: {
  result: CheckResult;
  state: CheckState;
  check: Check;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const answerOpen = async (): Promise<void> => {
    await check.act.mutateAsync({ kind: 'begin', how: 'open' });
    await navigate({ to: '/knee/check' });
  };
  return (
    <div className="result">
      <div className="result-main">
        <Verdict result={result} state={state} check={check} />
        <WhyRaised result={result} />
        <Explanations result={result} />
        <AskNext result={result} busy={check.act.isPending} onAsk={() => void answerOpen()} />
      </div>
      <div className="result-aside">
        <WhatToDo result={result} />
        <Tell result={result} />
        <NotChecked open={result.open} />
      </div>
      <div className="result-more">
        <Suspense fallback={null}>
          <SelfTests result={result} />
        </Suspense>
        <p>
          <Link to="/knee/check">{t('check.result.changed')}</Link>
        </p>
      </div>
    </div>
  );
}
