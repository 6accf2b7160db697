import { useEffect, useRef, useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { instantText, zoneName } from '../../domain/site/instant-text.ts';
import { basePath } from '../context/address.ts';
import { isOpenAgain } from '../context/announcements.ts';
import { Contact } from '../context/contact.tsx';
import { useSite, useSiteWords } from '../context/site.ts';
import { closedTextsOf } from '../notices/texts.ts';
import { MoreTexts } from '../texts/texts.tsx';
import { Button } from '../ui/button.tsx';
import { Stack } from '../ui/layout.tsx';
import styles from './closed-page.module.css';
import { OtherLanguage } from './other-language.tsx';

const looksAgainMs = 30_000;
const sources = { closed: closedTextsOf };

type Props = { until: string; onReopen: () => Promise<void> };

/** The maintenance page over a page that was open when the window began; it looks by itself whether it is over. */
export function ClosedPage(props: Props) {
  return (
    <MoreTexts sources={sources}>
      <Content {...props} />
    </MoreTexts>
  );
}

function Content({ until, onReopen }: Props) {
  const t = useTranslations('closed');
  const site = useSite();
  const words = useSiteWords();
  const { ask, askedAt } = useAsking(onReopen);
  const heading = useRef<HTMLHeadingElement>(null);
  const format = useFormatter();
  useEffect(() => {
    document.title = `${t('maintenance.title')} | ${words(site.name)}`;
    heading.current?.focus();
  });
  return (
    <div className={styles['frame']}>
      <header className={styles['header']}>
        <div>
          <strong>{words(site.name)}</strong>
          <OtherLanguage />
        </div>
      </header>
      <main className={styles['main']}>
        <Stack>
          <h1 ref={heading} tabIndex={-1}>
            {t('maintenance.title')}
          </h1>
          <p>{t('maintenance.text')}</p>
          <Until until={until} />
          <p>{t('maintenance.kept')}</p>
          <div className={styles['again']}>
            <Button kind="secondary" icon="refresh" onClick={() => void ask()}>
              {t('retry')}
            </Button>
            <p role="status">
              {askedAt === null
                ? t('refreshes')
                : t('stillClosed', { time: format.dateTime(askedAt, { timeStyle: 'medium' }) })}
            </p>
          </div>
        </Stack>
      </main>
      <footer className={styles['footer']}>
        <div>
          <h2>{t('contact')}</h2>
          <Contact form={false} />
          <p>
            <a href={`${basePath.replace(/\/$/, '')}/login?for=operators`}>{t('operators')}</a>
          </p>
        </div>
      </footer>
    </div>
  );
}

function Until({ until }: { until: string }) {
  const t = useTranslations('closed.maintenance');
  const locale = useLocale();
  const { timeZone } = useSite();
  const end = new Date(until);
  if (Number.isNaN(end.getTime())) return null;
  return (
    <dl className={styles['until']}>
      <dt>{t('until')}</dt>
      <dd>
        {instantText(end, locale, timeZone)} <small>{zoneName(end, locale, timeZone)}</small>
      </dd>
    </dl>
  );
}

/** Asks every half minute and when told to; `askedAt` is when the site was last found closed. */
function useAsking(onReopen: Props['onReopen']) {
  const [askedAt, setAskedAt] = useState<Date | null>(null);
  const asking = useRef(false);
  async function ask(): Promise<void> {
    if (asking.current) return;
    asking.current = true;
    const open = await isOpenAgain().catch(() => false);
    asking.current = false;
    if (open) await onReopen();
    else setAskedAt(new Date());
  }
  useEffect(() => {
    const timer = setInterval(() => void ask(), looksAgainMs);
    return () => clearInterval(timer);
  });
  return { ask, askedAt };
}
