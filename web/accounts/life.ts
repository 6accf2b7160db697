import { useTranslations } from 'use-intl';

/** How long a code or link is good, in words: `{ hours: 24 }` of the site's data is "24 hours". */
export function useLife(): (life: Record<string, number>) => string {
  const t = useTranslations('accounts.signUp.received');
  return ({ minutes, days, hours }) => {
    if (minutes) return t('lifeMinutes', { count: minutes });
    return days ? t('lifeDays', { count: days }) : t('lifeHours', { count: hours ?? 24 });
  };
}
