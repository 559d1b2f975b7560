/** Tests a runner can do alone: how, what to look for, how little they tell. What was seen is noted and weighs nothing. */
import { SELF_TESTS, type SelfTest } from '@kneewise/engine';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button, Disclosure, DisclosurePanel, Radio, RadioGroup } from 'react-aria-components';
import { call } from '../api/client.ts';
import type { CheckResult } from '../api/types.ts';
import { resultQuery } from './result-query.ts';

const SEEN = { seen: 'selfTests.seen', 'not-seen': 'selfTests.notSeen', unsure: 'selfTests.unsure' } as const;

function Test({ test, seen, onSee }: { test: SelfTest; seen: string | null; onSee: (seen: string) => void }) {
  const { t } = useTranslation();
  return (
    <Disclosure className="self-test">
      <Button slot="trigger" className="link strong">
        {test.title}
      </Button>
      <DisclosurePanel>
        <p>{test.how}</p>
        <p>
          <span className="strong">{t('selfTests.lookFor')}</span> {test.lookFor}
        </p>
        <p className="second">{test.notWhen}</p>
        <p className="second">{test.reliability}</p>
        <RadioGroup
          className="radios"
          orientation="horizontal"
          aria-label={t('selfTests.group', { test: test.title })}
          value={seen}
          onChange={onSee}
        >
          {Object.entries(SEEN).map(([value, word]) => (
            <Radio key={value} value={value} className="chip">
              {t(word)}
            </Radio>
          ))}
        </RadioGroup>
      </DisclosurePanel>
    </Disclosure>
  );
}

export function SelfTests({ result }: { result: CheckResult }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const see = useMutation({
    mutationFn: (said: { id: string; seen: string }) =>
      call<CheckResult>('POST', '/api/check/self-test', said),
    onSuccess: (now) => client.setQueryData(resultQuery(now.id).queryKey, now),
  });
  return (
    <section aria-labelledby="self-tests" className="self-tests">
      <h2 id="self-tests" className="say-finding">
        {t('selfTests.title')}
      </h2>
      <p className="second">{t('selfTests.lead')}</p>
      {SELF_TESTS.map((test) => (
        <Test
          key={test.id}
          test={test}
          seen={result.selfTests[test.id] ?? null}
          onSee={(seen) => see.mutate({ id: test.id, seen })}
        />
      ))}
      {see.isError && <p role="alert">{see.error.message}</p>}
    </section>
  );
}
