import { useEffect, type ReactNode } from 'react';
import { ColourSwitch } from '../ui/theme/colour-switch.tsx';
import styles from './bare-page.module.css';
import { OtherLanguage } from './other-language.tsx';

/** A page without a site around it: the list of sites, and what stops before a site is known. */
export function BarePage({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} | Engawa`;
  }, [title]);
  return (
    <main className={styles['page']}>
      <div className={styles['head']}>
        <h1>{title}</h1>
        <OtherLanguage />
      </div>
      {children}
      <ColourSwitch />
    </main>
  );
}
