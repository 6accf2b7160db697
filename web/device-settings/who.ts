import { useTranslations } from 'use-intl';

type Who = { user: string | null; organization: string | null };

/** Who asked: the person where it is one's own, else the organization. */
export function useWho(): (who: Who) => string {
  const t = useTranslations('device-settings.history');
  return ({ user, organization }) =>
    [user, organization].filter((one) => one !== null && one !== '').join(t('of')) || t('someone');
}
