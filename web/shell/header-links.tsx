import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useSite } from '../context/site.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './frame.module.css';

/** Manual and notices, on every page (P-20). A site without a manual shows no link to one. */
export function HeaderLinks({ onChoose, vertical = false }: { onChoose?: () => void; vertical?: boolean }) {
  const t = useTranslations('shell');
  const hasManual = useSite().documents.some(({ name }) => name === 'manual');
  return (
    <nav aria-label={t('headerLinks')} className={styles['links'] ?? ''} data-vertical={vertical ? '' : undefined}>
      <ul>
        {hasManual && (
          <li>
            <Link to="/documents/$document" params={{ document: 'manual' }} onClick={onChoose}>
              <Icon name="document" /> {t('manual')}
            </Link>
          </li>
        )}
        <li>
          <Link to="/notices" activeOptions={{ exact: true, includeSearch: false }} onClick={onChoose}>
            <Icon name="megaphone" /> {t('notices')}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
