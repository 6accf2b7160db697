import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Session } from '../api/types.ts';
import { capabilities } from '../capabilities.ts';
import { isOn, textsOf } from '../context/descriptor.ts';
import { useSite } from '../context/site.ts';
import { allProblems, MoreTexts } from '../texts/texts.tsx';
import { Button } from '../ui/button.tsx';
import { ActingBanner } from './acting-banner.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Footer } from './footer.tsx';
import styles from './frame.module.css';
import { HeaderLinks } from './header-links.tsx';
import { MainMenu } from './main-menu.tsx';
import { MaintenanceBanner } from './maintenance-banner.tsx';
import { NarrowMenu } from './narrow-menu.tsx';
import { useSessionWatch } from './session-watch.ts';
import { Shortcuts } from './shortcuts/shortcuts.tsx';
import { SiteName } from './site-name.tsx';
import { SkipLink } from './skip-link.tsx';

/** Frame of the pages for members: menu at the side, on a phone behind a button. */
export function MemberFrame({ session, children }: { session: Session; children: ReactNode }) {
  const t = useTranslations('shell');
  const site = useSite();
  const [open, setOpen] = useState(false);
  const [helpOpen, setHelpOpen] = useState(false);
  const openHelp = useCallback(() => setHelpOpen(true), []);
  useSessionWatch(session);
  // Fetched together: the menu and the home page name what every capability offers.
  const sources = useMemo(() => {
    const own = capabilities.filter((one) => isOn(one, site.capabilities));
    return Object.assign({}, allProblems, ...own.map((one) => textsOf(one, site)));
  }, [site]);

  return (
    <MoreTexts sources={sources}>
      <div className={styles['frame']} data-wide="">
        <SkipLink />
        <header className={styles['header']}>
          <div className={styles['bar']}>
            <SiteName />
            <div className={styles['barEnd']} data-print="no">
              <div className={styles['onlyWide']}>
                <HeaderLinks />
              </div>
              <AccountMenu session={session} onShortcuts={openHelp} />
              <div className={styles['onlyNarrow']}>
                <Button kind="secondary" compact icon="menu" aria-haspopup="dialog" onClick={() => setOpen(true)}>
                  {t('menu')}
                </Button>
              </div>
            </div>
          </div>
        </header>
        <ActingBanner session={session} />
        <MaintenanceBanner session={session} />
        <NarrowMenu open={open} onClose={() => setOpen(false)} session={session} />
        <div className={styles['body']}>
          <div className={styles['side']} data-print="no">
            <MainMenu session={session} />
          </div>
          <main id="content" className={styles['main']} tabIndex={-1}>
            {children}
          </main>
        </div>
        <Footer />
        <Shortcuts session={session} open={helpOpen} onOpen={openHelp} onClose={() => setHelpOpen(false)} />
      </div>
    </MoreTexts>
  );
}
