import type { ReactNode } from 'react';
import { Footer } from './footer.tsx';
import styles from './frame.module.css';
import { HeaderLinks } from './header-links.tsx';
import { OtherLanguage } from './other-language.tsx';
import { SiteName } from './site-name.tsx';
import { SkipLink } from './skip-link.tsx';

/** Frame of the pages that need no login. */
export function PublicFrame({ children }: { children: ReactNode }) {
  return (
    <div className={styles['frame']}>
      <SkipLink />
      <header className={styles['header']}>
        <div className={styles['bar']}>
          <SiteName />
          <div className={styles['barEnd']} data-print="no">
            <HeaderLinks />
            <OtherLanguage />
          </div>
        </div>
      </header>
      <main id="content" className={styles['main']} tabIndex={-1}>
        {children}
      </main>
      <Footer colours />
    </div>
  );
}
