import { useTranslations } from 'use-intl';
import { periodText } from '../../domain/site/instant-text.ts';
import type { Language, Localised } from '../../domain/site/languages.ts';
import { useSite } from '../context/site.ts';
import { Notice } from '../ui/notice.tsx';
import { Prose } from '../ui/prose.tsx';
import styles from './notices.module.css';

export type ShownWindow = { startsAt: string; endsAt: string; running: boolean; html: Localised };

/** A planned or running maintenance with its day and hours, the zone named (P-04). */
export function MaintenanceNotice({ window, language }: { window: ShownWindow; language: Language }) {
  const t = useTranslations('notices.maintenance');
  const { timeZone } = useSite();
  const { startsAt, endsAt, running, html } = window;
  return (
    <Notice kind="warning" title={t(running ? 'running' : 'planned')}>
      <p className={styles['period']} lang={language}>
        {periodText({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }, language, timeZone)}
      </p>
      <p>{t(running ? 'operatorsOnly' : 'plannedText')}</p>
      <Prose html={html[language]} language={language} />
    </Notice>
  );
}
