import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useIdempotent } from '../../api/idempotency.ts';
import { useInstant } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { Button } from '../../ui/button.tsx';
import { MailField } from '../../ui/form/text-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { askMailChange, ownAccountQuery } from './requests.ts';
import { PasswordedForm } from './passworded-form.tsx';
import { usePasswordForm } from './use-password-form.ts';

type Sent = { mail: string; expiresAt: string };

/** Asks for another mail address (P-13); it counts once the link that goes there is opened. */
export function Page() {
  const t = useTranslations('account-data.mail');
  const none = useTranslations('account-data.removeMail');
  const [sent, setSent] = useState<Sent | null>(null);
  const { data: account } = useSuspenseQuery(ownAccountQuery);
  if (sent) return <LookThere sent={sent} />;
  return (
    <PageFrame
      title={t('title')}
      width="reading"
      lead={
        <p>
          {account.user.mail === '' ? t('leadNone') : t('lead', { present: account.user.mail })}
          {account.user.loginId === account.user.mail && ` ${t('leadLogin')}`}
        </p>
      }
    >
      <Form loginId={account.user.loginId} onSent={setSent} />
      {account.mailRemovable && (
        <div>
          <ButtonTo kind="quiet" icon="trash" to="/account/mail/none">
            {none('link')}
          </ButtonTo>
        </div>
      )}
    </PageFrame>
  );
}

function Form({ loginId, onSent }: { loginId: string; onSent: (sent: Sent) => void }) {
  const t = useTranslations('account-data.mail');
  const client = useQueryClient();
  const send = useIdempotent();
  const { busy, problem, run } = useAction();
  const labels = { mail: t('mail'), mailAgain: t('again'), password: t('password') };
  const { form, isFilled, explain } = usePasswordForm<'mail' | 'mailAgain'>(labels);

  function submit(): void {
    if (!isFilled()) return;
    void run(async () => {
      const sent = await send(form.values, (header) => askMailChange(header, form.values));
      await client.invalidateQueries({ queryKey: ownAccountQuery.queryKey });
      onSent(sent);
    }, explain);
  }

  return (
    <PasswordedForm
      form={form}
      loginId={loginId}
      label={labels.password}
      support={t('passwordSupport')}
      problem={problem}
      onSubmit={submit}
      submit={
        <Button type="submit" busy={busy} icon="mail">
          {t('submit')}
        </Button>
      }
    >
      <MailField
        required
        id={form.idOf('mail')}
        label={labels.mail}
        support={t('mailSupport')}
        fault={form.faultOf('mail')}
        value={form.values.mail}
        onChange={(value) => form.set('mail', value)}
        autoComplete="email"
      />
      <MailField
        required
        id={form.idOf('mailAgain')}
        label={labels.mailAgain}
        support={t('againSupport')}
        fault={form.faultOf('mailAgain')}
        value={form.values.mailAgain}
        onChange={(value) => form.set('mailAgain', value)}
        autoComplete="off"
      />
    </PasswordedForm>
  );
}

function LookThere({ sent }: { sent: Sent }) {
  const t = useTranslations('account-data.mail');
  const instant = useInstant();
  return (
    <PageFrame title={t('sentTitle')} part={t('title')} width="reading">
      <Notice kind="success" live>
        {t('sentText', { mail: sent.mail, until: instant(sent.expiresAt) })}
      </Notice>
      <p>{t('sentMissing')}</p>
      <div>
        <ButtonTo to="/account">{t('back')}</ButtonTo>
      </div>
    </PageFrame>
  );
}
