import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Session } from '../api/types.ts';
import { useSite } from '../context/site.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './frame.module.css';
import { menuOffers, useOfferWords } from './offers.ts';

export function MainMenu({ session, onChoose }: { session: Session; onChoose?: () => void }) {
  const t = useTranslations('shell');
  const words = useOfferWords();
  const params = { organization: session.organization.id };
  return (
    <nav aria-label={t('mainMenu')}>
      <ul className={styles['nav']}>
        <li>
          <Link to="/" className={styles['navLink'] ?? ''} activeOptions={{ exact: true }} onClick={onChoose}>
            <Icon name="home" /> {t('home')}
          </Link>
        </li>
        {menuOffers(useSite(), session).map(({ capability, entry }) => (
          <li key={entry.path}>
            <Link
              to={entry.path}
              params={params}
              className={styles['navLink'] ?? ''}
              activeOptions={{ exact: entry.exact ?? false, includeSearch: false }}
              onClick={onChoose}
            >
              <Icon name={entry.icon} /> {words(capability, entry.title)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
