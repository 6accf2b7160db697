import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { languages, type Language } from '../../../domain/site/languages.ts';
import { TextsIn } from '../../texts/texts.tsx';
import { noticeTextsOf } from '../texts.ts';
import styles from './compose.module.css';

const sources = { notices: noticeTextsOf };

/** The same thing as readers of either language see it, side by side. */
export function BothLanguages({ children }: { children: (language: Language) => ReactNode }) {
  const t = useTranslations('notices.languages');
  return (
    <div className={styles['languages']}>
      {languages.map((language) => (
        <section key={language} className={styles['pane']} aria-labelledby={`pane-${language}`}>
          <h2 id={`pane-${language}`}>{t(language)}</h2>
          <div lang={language}>
            <TextsIn language={language} sources={sources}>
              {children(language)}
            </TextsIn>
          </div>
        </section>
      ))}
    </div>
  );
}
