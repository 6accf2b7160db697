import { useTranslations } from 'use-intl';
import { Go } from '../context/go.tsx';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { useSessionOrNone } from '../context/session.ts';
import { useSite } from '../context/site.ts';
import { Icon } from '../ui/icon.tsx';
import type { Session } from '../api/types.ts';
import { cardOffers, useOfferWords } from './offers.ts';
import styles from './welcome-page.module.css';

export function Page() {
  const session = useSessionOrNone();
  return session ? <Welcome session={session} /> : <Go to="/login" />;
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
