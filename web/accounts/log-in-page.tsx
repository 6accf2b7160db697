import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { useSite } from '../context/site.ts';
import { CurrentNotices, Maintenance } from '../notices/announcements.tsx';
import { Card, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { isAcknowledged } from './acknowledged.ts';
import { CookieNotice } from './cookie-notice.tsx';
import { LogInForm } from './log-in-form.tsx';
import { LogInParts } from './log-in-parts.tsx';
import styles from './log-in-page.module.css';

export function Page() {
  const t = useTranslations('accounts.logIn');
  const words = useTranslations('shell');
  const site = useSite();
  const notice = site.documents.find(({ name }) => name === 'cookie-notice');
  const [acknowledged, setAcknowledged] = useState(() => !notice || isAcknowledged(notice.version));
  return (
    <PageFrame title={t('title')}>
      <WhyHere />
      <Maintenance />
      <div className={styles['columns']}>
        <Card>
          {notice && !acknowledged ? (
            <CookieNotice version={notice.version} onDone={() => setAcknowledged(true)} />
          ) : (
            <LogInForm />
          )}
        </Card>
        <section className={styles['first']} aria-labelledby="first-visit">
          <Stack gap="small">
            <h2 id="first-visit">{t('first')}</h2>
            {site.signUps.length > 0 ? (
              <>
                <p>{t('firstText')}</p>
                <div>
                  <ButtonTo kind="secondary" to="/sign-up">
                    {t('signUp')}
                  </ButtonTo>
                </div>
              </>
            ) : (
              <p>{t('invited')}</p>
            )}
            <LogInParts />
            <div className={styles['forgotten']}>
              <p>{t('forgotten')}</p>
              {site.session.announceIdle && <p>{words('idle', { minutes: site.session.idleMinutes })}</p>}
            </div>
          </Stack>
        </section>
      </div>
      <CurrentNotices />
    </PageFrame>
  );
}

/** Why somebody who wanted another page stands here. */
function WhyHere() {
  const t = useTranslations('accounts.logIn');
  const { reason, return: wanted, for: whom } = useSearch({ strict: false });
  const { session } = useSite();
  if (whom === 'operators') return <Notice kind="warning">{t('operators')}</Notice>;
  if (reason === 'idle') return <Notice live>{t('idleOut', { minutes: session.idleMinutes })}</Notice>;
  if (reason === 'logged-out')
    return (
      <Notice kind="success" live>
        {t('loggedOut')}
      </Notice>
    );
  return wanted ? <Notice>{t('ended')}</Notice> : null;
}
