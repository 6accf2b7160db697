import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { Session } from '../api/types.ts';
import { useSite } from '../context/site.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './main-menu.module.css';
import { menuOffers, useOfferWords } from './offers.ts';

type Props = { session: Session; onChoose?: () => void };
type Offers = ReturnType<typeof menuOffers>['rest'];

/** What the site's menu begins with, and below it everything else that this person may open. */
export function MainMenu({ session, onChoose }: Props) {
  const t = useTranslations('shell');
  const others = useId();
  const { first, rest } = menuOffers(useSite(), session);
  const links = { session, ...(onChoose && { onChoose }) };
  return (
    <nav aria-label={t('mainMenu')}>
      <ul className={styles['nav']}>
        <li>
          <Link to="/" className={styles['navLink'] ?? ''} activeOptions={{ exact: true }} onClick={onChoose}>
            <Icon name="home" /> {t('home')}
          </Link>
        </li>
        {first.length === 0 ? <Links offers={rest} {...links} /> : <Links offers={first} {...links} />}
        {first.length > 0 && rest.length > 0 && (
          <li>
            <span id={others} className={styles['navPart']}>
              {t('otherPages')}
            </span>
            <ul className={styles['nav']} aria-labelledby={others}>
              <Links offers={rest} {...links} />
            </ul>
          </li>
        )}
      </ul>
    </nav>
  );
}

function Links({ offers, session, onChoose }: Props & { offers: Offers }) {
  const words = useOfferWords();
  const params = { organization: session.organization.id };
  return offers.map(({ capability, entry }) => (
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
  ));
}
