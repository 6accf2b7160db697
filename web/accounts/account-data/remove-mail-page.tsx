import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { PasswordedForm } from './passworded-form.tsx';
import { ownAccountQuery, removeMail } from './requests.ts';
import { usePasswordForm } from './use-password-form.ts';

/** Takes one's address away, where the site's people can be without one (C-11). */
export function Page() {
  const t = useTranslations('account-data.removeMail');
  const { data: account } = useSuspenseQuery(ownAccountQuery);
  const [done, setDone] = useState(false);
  const { mail, loginId } = account.user;
  if (mail === '' || !account.mailRemovable)
    return (
      <PageFrame title={t('title')} width="reading">
        <Notice kind={done ? 'success' : 'info'} live={done}>
          {t(mail === '' ? (done ? 'done' : 'none') : 'needed')}
        </Notice>
        <div>
          <ButtonTo to="/account">{t('back')}</ButtonTo>
        </div>
      </PageFrame>
    );
  return (
    <PageFrame title={t('title')} width="reading" lead={t('lead', { mail })}>
      <Notice kind="warning">{t('warning')}</Notice>
      <Form loginId={loginId} onDone={() => setDone(true)} />
    </PageFrame>
  );
}

function Form({ loginId, onDone }: { loginId: string; onDone: () => void }) {
  const t = useTranslations('account-data.removeMail');
  const words = useTranslations('account-data.mail');
  const client = useQueryClient();
  const { busy, problem, run } = useAction();
  const labels = { password: words('password') };
  const { form, isFilled, explain } = usePasswordForm<never>(labels);
  function submit(): void {
    if (!isFilled()) return;
    void run(async () => {
      await removeMail(form.values);
      onDone();
      await client.invalidateQueries({ queryKey: ownAccountQuery.queryKey });
    }, explain);
  }
  return (
    <PasswordedForm
      form={form}
      loginId={loginId}
      label={labels.password}
      support={words('passwordSupport')}
      problem={problem}
      onSubmit={submit}
      back="/account/mail"
      submit={
        <Button type="submit" busy={busy} icon="trash">
          {t('submit')}
        </Button>
      }
    >
      {null}
    </PasswordedForm>
  );
}
