import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client.ts';
import { siteId } from '../../context/address.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSite } from '../../context/site.ts';
import { useLoginIdWords } from '../login-id-words.ts';
import { AskForm } from './ask-form.tsx';
import { askedAccount, keepAskedAccount } from './asked-account.ts';
import { NoWay } from './no-way.tsx';

/** Asks for a code or link, as the site says. What comes after is the same whether there is such an account or not. */
export function Page() {
  const t = useTranslations('passwords.forgotten');
  const navigate = useNavigate();
  const { reset, hasOwnLoginIds } = useSite();
  const loginId = useLoginIdWords();
  const isMail = reset.askedBy === 'mail-address' || loginId.isMail;

  function sent(account: string): void {
    keepAskedAccount(account);
    void navigate({ to: reset.kind === 'code' ? '/forgotten-password/code' : '/forgotten-password/sent' });
  }

  return (
    <PageFrame title={t('title')} width="reading" lead={t(reset.kind === 'code' ? 'leadCode' : 'leadLink')}>
      <AskForm
        label={isMail ? t('mail') : loginId.label}
        support={isMail ? t('mailSupport') : loginId.support}
        isMail={isMail}
        start={askedAccount()}
        submitLabel={t('submit')}
        send={(account, header) =>
          answer(
            api.POST('/api/{site}/password-resets', { params: { path: { site: siteId }, header }, body: { account } }),
          )
        }
        onSent={sent}
      >
        {hasOwnLoginIds && !isMail && (
          <p>{t.rich('forgottenId', { link: (words) => <Link to="/forgotten-login-id">{words}</Link> })}</p>
        )}
      </AskForm>
      <NoWay />
    </PageFrame>
  );
}
