import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Session } from '../api/types.ts';
import { Notice } from '../ui/notice.tsx';
import { handOverQuery } from './requests.ts';

/** On the home page of whom the ownership is offered to (P-38). */
export function HandOverNotice({ session }: { session: Session }) {
  const t = useTranslations('members.own');
  const { organization, permissions } = session;
  const { data: offer } = useQuery({
    ...handOverQuery(organization.id),
    enabled: permissions.includes('own-account:use'),
  });
  if (offer?.mine !== 'received') return null;
  return (
    <Notice title={t('received', { from: offer.from })}>
      <Link to="/account/organization">{t('welcomeLink')}</Link>
    </Notice>
  );
}
