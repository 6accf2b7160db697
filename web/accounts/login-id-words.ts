import { useTranslations } from 'use-intl';
import { useSite } from '../context/site.ts';

/** What people of this site type to say who they are, by the kinds of login IDs that it has. */
export function useLoginIdWords(): { label: string; support: string; isMail: boolean } {
  const t = useTranslations('accounts.logIn');
  const { loginIds } = useSite();
  if (loginIds.every((kind) => kind === 'mail')) return { label: t('mail'), support: t('loginIdIsMail'), isMail: true };
  if (loginIds.includes('mail'))
    return { label: t('loginIdOrMail'), support: t('loginIdOrMailSupport'), isMail: false };
  return { label: t('loginId'), support: t('loginIdSupport'), isMail: false };
}
