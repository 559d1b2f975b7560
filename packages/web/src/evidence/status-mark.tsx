/** How a claim stands: a shape that differs without colour, always with its word. */
import type { ClaimStatus } from '@kneewise/engine';
import { useTranslation } from 'react-i18next';

const SIZE = 14;

export function StatusShape({ status }: { status: ClaimStatus }) {
  return (
    <svg width={SIZE} height={SIZE} viewBox="0 0 14 14" aria-hidden="true" className="status-shape">
      <circle
        cx="7"
        cy="7"
        r="5.75"
        fill={status === 'supported' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray={status === 'unverified' ? '2.6 2.2' : undefined}
      />
      {status === 'mixed' && <path d="M7 1.25a5.75 5.75 0 0 1 0 11.5z" fill="currentColor" />}
      {status === 'contradicted' && <path d="M3 11L11 3" stroke="currentColor" strokeWidth="1.5" />}
    </svg>
  );
}

export function StatusMark({ status }: { status: ClaimStatus }) {
  const { t } = useTranslation();
  return (
    <span className="status-mark">
      <StatusShape status={status} /> {t(`evidencePage.status.${status}`)}
    </span>
  );
}
