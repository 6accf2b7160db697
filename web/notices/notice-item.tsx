import { useTranslations } from 'use-intl';
import { instantText } from '../../domain/site/instant-text.ts';
import type { Language, Localised } from '../../domain/site/languages.ts';
import { useSite } from '../context/site.ts';
import { Icon } from '../ui/icon.tsx';
import { Prose } from '../ui/prose.tsx';
import styles from './notices.module.css';

export type ShownNotice = {
  id: string;
  kind: 'normal' | 'important';
  startsAt: string;
  state: 'planned' | 'current' | 'past';
  title: Localised;
  html: Localised;
};

/** One notice: its title, which unfolds the text; an important one is unfolded from the start. */
export function NoticeItem({ notice, language }: { notice: ShownNotice; language: Language }) {
  const t = useTranslations('notices');
  const { timeZone } = useSite();
  const { kind, startsAt, state, title, html } = notice;
  return (
    <details className={styles['notice']} data-kind={kind} open={kind === 'important' && state !== 'past'}>
      <summary>
        <span className={styles['meta']}>
          <time dateTime={startsAt}>{instantText(new Date(startsAt), language, timeZone)}</time>
          {kind === 'important' && (
            <span className={styles['mark']}>
              <Icon name="error" size="1rem" /> {t('kinds.important')}
            </span>
          )}
          {state === 'past' && <span className={styles['over']}>{t('over')}</span>}
        </span>
        <span className={styles['title']} lang={language}>
          {title[language]}
        </span>
        <Icon name="down" />
      </summary>
      <Prose html={html[language]} language={language} />
    </details>
  );
}
