import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Go } from '../context/go.tsx';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { useSessionOrNone } from '../context/session.ts';
import { useSite } from '../context/site.ts';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Session } from '../api/types.ts';
import { ToOwed } from './to-owed.tsx';
import { cardOffers, useOfferWords } from './offers.ts';
import styles from './welcome-page.module.css';

export function Page() {
  const session = useSessionOrNone();
  if (!session) return <Go to="/login" />;
  return session.owed[0] ? <ToOwed step={session.owed[0]} /> : <Welcome session={session} />;
}

function Welcome({ session }: { session: Session }) {
  const t = useTranslations('shell.welcome');
  const words = useOfferWords();
  const cards = cardOffers(useSite(), session);
  const params = { organization: session.organization.id };
  return (
    <PageFrame
      title={t('title')}
      part={session.organization.name}
      lead={cards.length > 0 ? t('greeting') : t('nothing')}
    >
      {session.passwordDaysLeft !== null && <PasswordExpires days={session.passwordDaysLeft} />}
      <ul className={styles['cards']}>
        {cards.map(({ capability, entry }) => (
          <li key={entry.path} className={styles['card']}>
            <Icon name={entry.icon} size="2rem" />
            <h2>{words(capability, entry.title)}</h2>
            <p>{words(capability, entry.text)}</p>
            <ButtonTo kind="secondary" to={entry.path} params={params}>
              {words(capability, entry.action)}
            </ButtonTo>
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}

/** Told at each login, and on every way home, from so many days before as the site says (P-12). */
function PasswordExpires({ days }: { days: number }) {
  const t = useTranslations('shell.welcome.expires');
  return (
    <Notice kind="warning" title={t('title', { days })}>
      <p>{t('text')}</p>
      <Link to="/account/password">{t('link')}</Link>
    </Notice>
  );
}
