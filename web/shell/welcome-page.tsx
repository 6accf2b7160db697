import { Link, useSearch } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { Go } from '../context/go.tsx';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { useSessionOrNone } from '../context/session.ts';
import { useSite } from '../context/site.ts';
import { CurrentNotices, Maintenance } from '../notices/announcements.tsx';
import { HandOverNotice } from '../organizations/hand-over-notice.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { ToOwed } from './to-owed.tsx';
import { Stack } from '../ui/layout.tsx';
import type { Session } from '../api/types.ts';
import { BegunWork } from './begun-work.tsx';
import { Needs } from './needs.tsx';
import { cardOffers, useOfferWords } from './offers.ts';
import styles from './welcome-page.module.css';

export function Page() {
  const session = useSessionOrNone();
  if (!session) return <Go to="/login" />;
  return session.owed[0] ? <ToOwed step={session.owed[0]} /> : <Welcome session={session} />;
}

/** What needs me today (maintenance, work begun), what I can do here, and what is announced (P-38). */
function Welcome({ session }: { session: Session }) {
  const t = useTranslations('shell.welcome');
  const hasOffers = cardOffers(useSite(), session).length > 0;
  return (
    <PageFrame title={t('title')} part={session.organization.name} lead={hasOffers ? t('greeting') : t('nothing')}>
      <LastLogin session={session} />
      <ActingOver session={session} />
      <Maintenance />
      <HandOverNotice session={session} />
      {session.passwordDaysLeft !== null && !session.acting && <PasswordExpires days={session.passwordDaysLeft} />}
      <div className={styles['columns']}>
        <Stack gap="large">
          <Needs session={session} />
          <BegunWork session={session} />
          {hasOffers && <Offers session={session} />}
          {!hasOffers && !session.acting && <OwnPages />}
        </Stack>
        <div className={styles['aside']}>
          <CurrentNotices />
        </div>
      </div>
    </PageFrame>
  );
}

/** Who is logged in, and when they had been before: who was not then knows that somebody else was (C-01). */
function LastLogin({ session: { user, previousLoginAt, acting } }: { session: Session }) {
  const t = useTranslations('shell.welcome.lastLogin');
  const format = useFormatter();
  if (!useSite().session.tellsLastLogin || acting) return null;
  const at = previousLoginAt && format.dateTime(new Date(previousLoginAt), { dateStyle: 'long', timeStyle: 'medium' });
  return <p>{at ? t('before', { name: user.name, at }) : t('first', { name: user.name })}</p>;
}

/** Why somebody is back from working on behalf of another organization. */
function ActingOver({ session }: { session: Session }) {
  const t = useTranslations('acting.over');
  const { acting: why } = useSearch({ strict: false });
  const { organization, acting } = session;
  if (acting || (why !== 'over' && why !== 'ended')) return null;
  return (
    <Notice kind={why === 'over' ? 'warning' : 'success'} title={t('title')} live>
      {t(why === 'over' ? 'time' : 'ended', { organization: organization.name })}
    </Notice>
  );
}

function Offers({ session }: { session: Session }) {
  const t = useTranslations('shell.welcome');
  const words = useOfferWords();
  const params = { organization: session.organization.id };
  return (
    <section aria-labelledby="offers" data-print="no">
      <h2 id="offers" className={styles['offers']}>
        {t('offers')}
      </h2>
      <ul className={styles['cards']}>
        {cardOffers(useSite(), session).map(({ capability, entry }) => (
          <li key={entry.path} className={styles['card']}>
            <Icon name={entry.icon} size="2rem" />
            <h3>{words(capability, entry.title)}</h3>
            <p>{words(capability, entry.text)}</p>
            <ButtonTo kind="secondary" to={entry.path} params={params}>
              {words(capability, entry.action)}
            </ButtonTo>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where nothing is switched on for somebody, what is theirs in any case. */
function OwnPages() {
  const t = useTranslations('shell');
  const site = useSite();
  const hasManual = site.documents.some(({ name }) => name === 'manual');
  return (
    <section aria-labelledby="own-pages">
      <h2 id="own-pages" className={styles['offers']}>
        {t('welcome.own')}
      </h2>
      <ul className={styles['own']}>
        <li>
          <Link to="/account">{t('welcome.ownAccount')}</Link>
        </li>
        {site.secondFactor.methods.length > 0 && (
          <li>
            <Link to="/account/security">{t('welcome.ownSecurity')}</Link>
          </li>
        )}
        <li>
          <Link to="/account/documents">{t('welcome.ownDocuments')}</Link>
        </li>
        {hasManual && (
          <li>
            <Link to="/documents/$document" params={{ document: 'manual' }}>
              {t('manual')}
            </Link>
          </li>
        )}
      </ul>
    </section>
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
