/** A sign that cannot wait: what to do and by when, whom to call, until then, what to say. Nothing beside it. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import type { CheckResult } from '../api/types.ts';
import { EvidenceMark } from '../ui/evidence-mark.tsx';
import { Icon } from '../ui/icon.tsx';
import { asSentence } from '../words/shared-words.ts';
import { CopyButton } from './copy-button.tsx';
import { numbersFor } from './emergency-numbers.ts';
import { sayThis } from './say-this.ts';
import type { useCheck } from './use-check.ts';
import { WaysOut } from './ways-out.tsx';

const upper = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
/** What is to be left alone, by its first word. */
const FORBIDS = /^(No|Never|Don’t)\b/;

const sentences = (text: string): readonly string[] => text.split(/(?<=\.)\s+/);

const StopSign = () => (
  <svg
    width="26"
    height="26"
    viewBox="0 0 26 26"
    fill="none"
    stroke="currentColor"
    strokeWidth="2.2"
    aria-hidden="true"
  >
    <path d="M8.6,2h8.8L24,8.6v8.8L17.4,24H8.6L2,17.4V8.6Z" strokeLinejoin="round" />
    <path d="M13,7.5v7.5M13,18.3v.2" strokeLinecap="round" />
  </svg>
);

const Call = ({ number, word, filled }: { number: string; word: string; filled: boolean }) => (
  <a href={`tel:${number}`} className={filled ? 'red-call red-filled' : 'red-call'}>
    {word}
  </a>
);

function Whom({ onCall }: { onCall: string | null }) {
  const { t } = useTranslation();
  return (
    <Disclosure className="red-whom">
      <Button slot="trigger" className="red-call red-filled">
        {t('check.red.who')}
      </Button>
      <DisclosurePanel>
        <ul>
          <li>{t('check.red.practice')}</li>
          <li>{onCall === null ? t('check.red.onCall') : t('check.red.onCallNumber', { number: onCall })}</li>
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}

export function RedPage({
  result,
  date,
  check,
}: {
  result: CheckResult & { readonly level: 'emergency-now' | 'today' };
  date: string;
  check: ReturnType<typeof useCheck>;
}) {
  const { t } = useTranslation();
  const { emergency, onCall } = numbersFor(navigator.language);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  const urgent = result.flags.filter(({ level }) => level === result.level);
  const words = sayThis(result, t);
  const until = result.advice.find(({ id }) => id === `until-${result.until}`);
  const masking = result.advice.find(({ id }) => id === 'no-masking');
  const isNow = result.level === 'emergency-now';
  return (
    <div className="red" role="alertdialog" aria-labelledby="red-title" aria-describedby="red-why">
      <div className="red-inside">
        <p className="red-stops">
          <StopSign /> {t('check.red.stops')}
        </p>
        <h1 id="red-title" className="say-answer" ref={heading} tabIndex={-1}>
          {t(`check.red.title.${result.level}`, { number: emergency })}
        </h1>
        <div id="red-why" className="red-why">
          {urgent.map((flag) => (
            <div key={flag.id}>
              <p className="lead">
                {asSentence(flag.title)} {upper(asSentence(flag.why))}
              </p>
              {flag.evidence[0] !== undefined && (
                <EvidenceMark mark={flag.evidence[0].mark} evidence={flag.evidence[0].id} />
              )}
            </div>
          ))}
        </div>
        {isNow ? (
          <Call number={emergency} word={t('check.red.call', { number: emergency })} filled />
        ) : (
          <>
            <Whom onCall={onCall} />
            <div className="red-box">
              <p className="strong">{t('check.red.atOnce', { number: emergency })}</p>
              <p>{t('check.red.atOnceIf')}</p>
              <Call number={emergency} word={t('check.red.call', { number: emergency })} filled={false} />
            </div>
          </>
        )}
        <h2 className="section-title">{t('check.red.untilThen')}</h2>
        <ul className="red-until">
          {[until, masking].flatMap((advice) =>
            advice === undefined
              ? []
              : sentences(advice.words).map((sentence) => (
                  <li key={sentence}>
                    <Icon name={FORBIDS.test(sentence) ? 'refused' : 'added'} size={18} />{' '}
                    <span>{sentence}</span>
                  </li>
                )),
          )}
        </ul>
        <section className="red-say" aria-labelledby="red-say">
          <div className="red-say-head">
            <h2 id="red-say" className="section-title">
              {t('check.red.say')}
            </h2>
            <CopyButton text={words} />
          </div>
          <blockquote className="say-quote">“{words}”</blockquote>
          <p className="second">
            {t('check.red.theyAsk', { tell: [...new Set(urgent.map(({ tell }) => tell))].join('; ') })}
          </p>
        </section>
        <p>{t('check.red.noRuns')}</p>
        <WaysOut date={date} since={result.date} check={check} onSeen={() => undefined} />
      </div>
    </div>
  );
}
