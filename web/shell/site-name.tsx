import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useSite, useSiteWords } from '../context/site.ts';
import styles from './site-name.module.css';

/** The site's name leads home from everywhere. */
export function SiteName() {
  const words = useSiteWords();
  const t = useTranslations('shell');
  const name = words(useSite().name);
  return (
    <Link to="/" className={styles['siteName'] ?? ''} aria-label={`${name} ${t('home')}`}>
      <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="7" fill="var(--brand-mark)" />
        <path
          d="M5 13 16 6l11 7M8 13v8M24 13v8M4 21.5h24M4 26h24"
          fill="none"
          stroke="#fff"
          strokeWidth="2.4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span>{name}</span>
    </Link>
  );
}
