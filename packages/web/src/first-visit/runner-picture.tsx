/** A runner short of the edge. Limbs between joints, one near tone, one far tone. */
import { useTranslation } from 'react-i18next';

export function RunnerPicture() {
  const { t } = useTranslation();
  return (
    <figure className="first-picture">
      <div className="first-track">
        <svg viewBox="0 0 350 176" width="100%" role="img" aria-label={t('first.picture')}>
          <defs>
            <linearGradient id="first-fade">
              <stop offset="0" stopColor="var(--ember-fill)" stopOpacity="0.04" />
              <stop offset="0.55" stopColor="var(--ember-fill)" stopOpacity="0.85" />
              <stop offset="1" stopColor="var(--ember-fill)" stopOpacity="0.85" />
            </linearGradient>
          </defs>
          <g fill="none" stroke="var(--line-strong)" strokeLinecap="round" strokeLinejoin="round">
            <path d="M116 84 104 117 72 118" strokeWidth="11" />
            <path d="M72 118 70 132" strokeWidth="8" />
            <path d="M122 38 136 60 157 50" strokeWidth="8" />
          </g>
          <g fill="none" stroke="var(--ink)" strokeLinecap="round" strokeLinejoin="round">
            <path d="M118 84 138 116 138 148" strokeWidth="13" />
            <path d="M137 152 152 153" strokeWidth="8" />
            <path d="M127 34 119 80" strokeWidth="21" />
          </g>
          <path
            d="M122 36 109 54 122 68"
            fill="none"
            stroke="var(--paper)"
            strokeWidth="12"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
          <path
            d="M122 36 109 54 122 68"
            fill="none"
            stroke="var(--ink)"
            strokeWidth="9"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
          <circle cx="128" cy="12" r="9.5" fill="var(--ink)" />
          <rect x="0" y="158" width="216" height="13" rx="3" fill="var(--water-fill)" />
          <rect x="217" y="158" width="133" height="13" fill="url(#first-fade)" />
          <line x1="216" x2="216" y1="130" y2="171" stroke="var(--ink)" strokeWidth="2" />
        </svg>
        <span className="first-edge caption" aria-hidden="true">
          {t('first.edge')}
        </span>
      </div>
      <figcaption className="caption" aria-hidden="true">
        <span>{t('first.takes')}</span>
        <span className="ember">{t('first.aches')}</span>
      </figcaption>
    </figure>
  );
}
