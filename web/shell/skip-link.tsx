import { useTranslations } from 'use-intl';
import styles from './skip-link.module.css';

/** First in the order of the Tab key, seen only when it has the focus. */
export function SkipLink() {
  const t = useTranslations('shell');
  return (
    <a
      className={styles['skip']}
      href="#content"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('content')?.focus();
      }}
    >
      {t('skip')}
    </a>
  );
}
