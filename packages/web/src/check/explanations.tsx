/** What fits: ranked, what needs checking first, how sure, what speaks for it and against it. */
import { sayReason } from '@kneewise/words';
import { useTranslation } from 'react-i18next';
import type { CheckResult } from '../api/types.ts';
import { EvidenceMark } from '../ui/evidence-mark.tsx';

type Explanation = CheckResult['explanations'][number];

/** As many reasons as can be read at a glance, the weightiest first. */
const REASONS = 4;
const STEPS = 4;
const STEPS_OF: Readonly<Record<Explanation['certainty'], number>> = {
  'very-well': 4,
  best: 3,
  fair: 2,
  possible: 1,
  folded: 0,
};

const upper = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

function Certainty({ certainty }: { certainty: Explanation['certainty'] }) {
  const { t } = useTranslation();
  const steps = STEPS_OF[certainty];
  return (
    <p className="certainty">
      <span className="certainty-steps" aria-hidden="true">
        {Array.from({ length: STEPS }, (_, at) => (
          // Four steps that differ in nothing but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={at} className={at < steps ? 'on' : undefined} />
        ))}
      </span>
      <span className="strong">{t(`check.result.certainty.${certainty}`)}</span>{' '}
      <span className="caption">{t('check.result.of4', { steps })}</span>
    </p>
  );
}

function Reasons({ title, reasons }: { title: string; reasons: Explanation['for'] }) {
  return (
    <p className="second">
      <span className="strong">{title}</span> {reasons.slice(0, REASONS).map(sayReason).join(' ')}
    </p>
  );
}

/** The strongest source among the reasons shown; else our choice. */
function evidenceOf(each: Explanation): Explanation['for'][number]['evidence'] | undefined {
  const reasons = [...each.for.slice(0, REASONS), ...each.against.slice(0, REASONS)];
  return (reasons.find(({ evidence }) => evidence.id !== 'our-choice') ?? reasons[0])?.evidence;
}

export function Explanations({ result }: { result: CheckResult }) {
  const { t } = useTranslation();
  const { explanations, cannotTellYet, leadingFlag } = result;
  if (explanations.length === 0) return null;
  return (
    <section aria-labelledby="fits" className="fits">
      <h2 id="fits" className="say-finding">
        {t(cannotTellYet ? 'check.result.early' : 'check.result.fits')}
      </h2>
      {leadingFlag !== null && <p>{t('check.result.nothingFits')}</p>}
      <ol>
        {explanations.map((each, at) => {
          const evidence = evidenceOf(each);
          return (
            <li key={each.id}>
              <span className="rank figure" aria-hidden="true">
                {at + 1}
              </span>
              <div className="fit">
                <h3 className="section-title">{upper(each.name)}</h3>
                {each.checkFirst ? (
                  <p className="stop-bar second strong">{t('check.result.checkFirst')}</p>
                ) : (
                  <Certainty certainty={each.certainty} />
                )}
                {each.for.length > 0 && <Reasons title={t('check.result.for')} reasons={each.for} />}
                {each.against.length > 0 ? (
                  <Reasons title={t('check.result.against')} reasons={each.against} />
                ) : (
                  <p className="second">{t('check.result.nothingAgainst')}</p>
                )}
                <p className="second">
                  <span className="strong">{t('check.result.tells')}</span> {each.tellsApart}
                </p>
                {evidence !== undefined && <EvidenceMark mark={evidence.mark} evidence={evidence.id} />}
              </div>
            </li>
          );
        })}
      </ol>
      <p className="caption">{t('check.result.order')}</p>
    </section>
  );
}
