import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { languages, type Language } from '../../domain/site/languages.ts';
import { CheckboxField } from '../ui/form/checkbox-field.tsx';
import { Card, Stack } from '../ui/layout.tsx';
import { Prose } from '../ui/prose.tsx';
import styles from './mailings.module.css';
import type { Preview } from './requests.ts';

/** Something in each language, side by side. */
export function InBoth({ children }: { children: (language: Language) => ReactNode }) {
  const t = useTranslations('mailings.languages');
  return (
    <div className={styles['letters']}>
      {languages.map((language) => (
        <Card key={language} labelledBy={`letter-${language}`}>
          <div className={styles['letter']}>
            <h3 id={`letter-${language}`}>{t(language)}</h3>
            {children(language)}
          </div>
        </Card>
      ))}
    </div>
  );
}

/** The mail in both languages, as programs with and without HTML show it. */
export function Letters({ letters }: Pick<Preview, 'letters'>) {
  const t = useTranslations('mailings.check');
  const [plain, setPlain] = useState(false);
  return (
    <section aria-labelledby="letters">
      <Stack>
        <h2 id="letters">{t('letters')}</h2>
        <CheckboxField id="plain" label={t('plain')} checked={plain} onChange={setPlain} />
        <InBoth>
          {(language) => (
            <>
              <p className={styles['subject']}>
                {t('subject')}: <span lang={language}>{letters[language].subject}</span>
              </p>
              {plain ? (
                <pre className={styles['plain']} lang={language}>
                  {letters[language].text}
                </pre>
              ) : (
                <Prose html={letters[language].html} language={language} />
              )}
            </>
          )}
        </InBoth>
      </Stack>
    </section>
  );
}
