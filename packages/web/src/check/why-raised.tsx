/** What was raised, by which of the runner's own answers, and on what ground. */
import { useTranslation } from 'react-i18next';
import type { CheckResult } from '../api/types.ts';
import { EvidenceMark } from '../ui/evidence-mark.tsx';
import { asSentence } from '../words/shared-words.ts';
import { saidSentences } from './say-this.ts';

const upper = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

function Raised({ flag }: { flag: CheckResult['flags'][number] }) {
  const { t } = useTranslation();
  const known = flag.because.flatMap(({ question, answer }) => saidSentences(question, answer, t));
  const unsure = flag.because.filter(({ answer }) => answer === 'unsure').map(({ question }) => question);
  const [evidence] = flag.evidence;
  return (
    <li>
      <h3 className="section-title">{flag.title}</h3>
      <p className="second">{upper(asSentence(flag.why))}</p>
      {known.length > 0 && (
        <p className="second">
          <span className="strong">{t('check.result.yourAnswer')}</span> {[...new Set(known)].join(' ')}
        </p>
      )}
      {unsure.length > 0 && (
        <p className="second">
          <span className="strong">{t('check.result.couldNotRule')}</span>{' '}
          {unsure.map((question) => t(`check.ask.${question}`)).join(' ')}
        </p>
      )}
      {evidence !== undefined && <EvidenceMark mark={evidence.mark} evidence={evidence.id} />}
    </li>
  );
}

export function WhyRaised({ result }: { result: CheckResult }) {
  const { t } = useTranslation();
  const { flags, provisional } = result;
  if (flags.length === 0)
    return provisional ? null : <p className="second none-raised">{t('check.result.noneRaised')}</p>;
  return (
    <section aria-labelledby="why" className="raised">
      <h2 id="why" className="say-finding">
        {t('check.result.why')}
      </h2>
      <ul>
        {flags.map((flag) => (
          <Raised key={flag.id} flag={flag} />
        ))}
      </ul>
    </section>
  );
}
