/** How strong the ground under a statement is: four bars, or a person for the runner's own data, and a word. */
import type { EvidenceMark as Mark } from '@kneewise/engine';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';

const BARS: Readonly<Record<Exclude<Mark, 'own-data'>, number>> = {
  expert: 1,
  lab: 2,
  cohort: 3,
  randomised: 4,
};
const BAR_X = [0, 5, 10, 15];

export function MarkPicture({ mark }: { mark: Mark }) {
  if (mark === 'own-data')
    return (
      <svg width="12" height="12" viewBox="0 0 12 12" fill="currentColor" aria-hidden="true">
        <circle cx="6" cy="3.2" r="2.6" />
        <path d="M1 12c0-3.2 2-5 5-5s5 1.8 5 5z" />
      </svg>
    );
  return (
    <svg width="20" height="10" viewBox="0 0 20 10" aria-hidden="true">
      {BAR_X.map((x, index) => (
        <rect
          key={x}
          x={x + 0.5}
          y="0.5"
          width="4"
          height="9"
          rx="1"
          fill={index < BARS[mark] ? 'currentColor' : 'none'}
          stroke="currentColor"
        />
      ))}
    </svg>
  );
}

const EvidenceNote = lazy(async () => ({ default: (await import('./evidence-note.tsx')).EvidenceNote }));

/** The mark with its word: a button that opens the evidence in place. */
export function EvidenceMark({ mark, evidence, word }: { mark: Mark; evidence: string; word?: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Disclosure className="evidence" isExpanded={open} onExpandedChange={setOpen}>
      <Button slot="trigger" className="evidence-mark evidence-open caption">
        <MarkPicture mark={mark} /> <span>{word ?? t(`mark.${mark}`)}</span>
      </Button>
      <DisclosurePanel>
        {open && (
          <Suspense fallback={<p className="caption">{t('wait.working')}</p>}>
            <EvidenceNote id={evidence} />
          </Suspense>
        )}
      </DisclosurePanel>
    </Disclosure>
  );
}
