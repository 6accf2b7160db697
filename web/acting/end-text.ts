import { useTranslations } from 'use-intl';
import { useInstant } from '../context/dates.ts';
import type { Acting } from './requests.ts';

/** When it ended, as far as that is known; or that it still runs, and until when at most. */
export function useEndText(): (row: Acting) => string {
  const t = useTranslations('acting.list');
  const instant = useInstant();
  return ({ runs, endedAt, endsAt }) => {
    if (runs) return t('runs', { until: instant(endsAt) });
    return endedAt ? instant(endedAt) : t('before', { until: instant(endsAt) });
  };
}
