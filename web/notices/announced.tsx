import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { MoreTexts, useLanguage } from '../texts/texts.tsx';
import { Stack } from '../ui/layout.tsx';
import { MaintenanceNotice, type ShownWindow } from './maintenance-notice.tsx';
import { NoticeItem, type ShownNotice } from './notice-item.tsx';
import styles from './notices.module.css';
import { noticeTextsOf } from './texts.ts';

const sources = { notices: noticeTextsOf };

export function MaintenanceList({ windows }: { windows: readonly (ShownWindow & { id: string })[] }) {
  const { language } = useLanguage();
  return (
    <MoreTexts sources={sources}>
      <Stack gap="small">
        {windows.map((window) => (
          <MaintenanceNotice key={window.id} window={window} language={language} />
        ))}
      </Stack>
    </MoreTexts>
  );
}

type Notices = { notices: readonly ShownNotice[] };

export function NoticeList(props: Notices) {
  return (
    <MoreTexts sources={sources}>
      <Section {...props} />
    </MoreTexts>
  );
}

function Section({ notices }: Notices) {
  const t = useTranslations('notices');
  const { language } = useLanguage();
  return (
    <section className={styles['section']} aria-labelledby="current-notices">
      <div className={styles['head']}>
        <h2 id="current-notices">{t('title')}</h2>
        <Link to="/notices">{t('all')}</Link>
      </div>
      <ul className={styles['list']}>
        {notices.map((notice) => (
          <li key={notice.id}>
            <NoticeItem notice={notice} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
}
