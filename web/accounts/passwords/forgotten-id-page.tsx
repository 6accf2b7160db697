import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client.ts';
import { siteId } from '../../context/address.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSite } from '../../context/site.ts';
import { Go } from '../../context/go.tsx';
import { AskForm } from './ask-form.tsx';
import { NoWay } from './no-way.tsx';

/** Has all login IDs of an address mailed to it. */
export function Page() {
  const t = useTranslations('passwords');
  const navigate = useNavigate();
  const { hasOwnLoginIds } = useSite();
  // Where the address is the ID there is none to forget.
  if (!hasOwnLoginIds) return <Go to="/forgotten-password" />;
  return (
    <PageFrame title={t('forgottenId.title')} width="reading" lead={t('forgottenId.lead')}>
      <AskForm
        label={t('forgotten.mail')}
        support={t('forgotten.mailSupport')}
        isMail
        start=""
        submitLabel={t('forgottenId.submit')}
        send={(mail, header) =>
          answer(
            api.POST('/api/{site}/login-id-reminders', { params: { path: { site: siteId }, header }, body: { mail } }),
          )
        }
        onSent={() => void navigate({ to: '/forgotten-login-id/sent' })}
      />
      <NoWay />
    </PageFrame>
  );
}
