import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { instantText } from '../../domain/site/instant-text.ts';
import type { Session } from '../api/types.ts';
import { announcementsQuery } from '../context/announcements.ts';
import { useSite } from '../context/site.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './maintenance-banner.module.css';

/** Tells operators on every page that the site is closed to all others. Looked at anew with each page, not by a timer: that would keep people logged in. */
export function MaintenanceBanner({ session }: { session: Session }) {
  const t = useTranslations('shell');
  const locale = useLocale();
  const { timeZone } = useSite();
  const { pathname } = useLocation();
  const { data, isStale, refetch } = useQuery(announcementsQuery);
  useEffect(() => {
    if (isStale) void refetch();
    // With each page, not with each age of what is known.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [pathname]);
  const running = data?.maintenance.find((window) => window.running);
  if (!running) return null;
  return (
    <div className={styles['banner']} role="status" data-print="no">
      <div>
        <Icon name="tools" size="1.5rem" />
        <p>{t('maintenanceRuns', { until: instantText(new Date(running.endsAt), locale, timeZone) })}</p>
        {session.permissions.includes('maintenance:manage') && (
          <Link
            to="/o/$organization/maintenance/$id"
            params={{ organization: session.organization.id, id: running.id }}
          >
            {t('maintenancePage')}
          </Link>
        )}
      </div>
    </div>
  );
}
