import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { passkeyNameMax } from '../../../domain/accounts/second-factor.ts';
import { ApiProblem } from '../../api/problem.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { PasswordedForm } from '../account-data/passworded-form.tsx';
import { usePasswordForm } from '../account-data/use-password-form.ts';
import { Cancelled, canUsePasskeys, makePasskey } from './ceremonies.ts';
import { Finished } from './finished.tsx';
import { askNewPasskey, keepPasskey, ownFactorsQuery } from './requests.ts';
import { useReturn } from './use-return.ts';

const locked = ['accounts/login-locked', 'accounts/login-refused-or-locked'];

export function Page() {
  const t = useTranslations('second-factor.add');
  const security = useTranslations('second-factor.security');
  const wanted = useReturn();
  const [added, setAdded] = useState<{ name: string; codes: readonly string[] } | null>(null);
  if (added) return <Finished title={t('doneTitle')} text={t('done', { name: added.name })} codes={added.codes} />;
  return (
    <PageFrame
      title={t('title')}
      part={security('title')}
      width="reading"
      lead={canUsePasskeys() ? t('lead') : undefined}
    >
      {canUsePasskeys() ? (
        <Form onAdded={(name, codes) => setAdded({ name, codes })} />
      ) : (
        <>
          <Notice kind="warning">{t('unsupported')}</Notice>
          <div>
            <ButtonTo to="/account/security" search={wanted}>
              {security('back')}
            </ButtonTo>
          </div>
        </>
      )}
    </PageFrame>
  );
}

/** Name and present password, then the browser asks for finger, face or PIN. */
function Form({ onAdded }: { onAdded: (name: string, codes: readonly string[]) => void }) {
  const t = useTranslations('second-factor.add');
  const security = useTranslations('second-factor.security');
  const { user } = useSession();
  const { data: factors } = useSuspenseQuery(ownFactorsQuery);
  const labels = { name: t('name'), password: t('password') };
  const suggested = t('nameDefault', { number: factors.passkeys.length + 1 });
  const { form, isFilled, explain } = usePasswordForm<'name'>(labels, { name: suggested });
  const { busy, problem, run } = useAction();
  const [cancelled, setCancelled] = useState(false);
  const wanted = useReturn();

  function explainMore(reason: unknown): boolean {
    if (reason instanceof Cancelled) {
      setCancelled(true);
      return true;
    }
    if (!(reason instanceof ApiProblem) || !locked.includes(reason.code)) return explain(reason);
    return !form.show([{ field: 'password', label: labels.password, text: reason.message }]);
  }
  function submit(): void {
    setCancelled(false);
    if (!isFilled()) return;
    const name = form.values.name.trim();
    if (name.length > passkeyNameMax) {
      form.show([{ field: 'name', label: labels.name, text: t('nameLong', { max: passkeyNameMax }) }]);
      return;
    }
    void run(async () => {
      const { options } = await askNewPasskey(form.values.password);
      const { recoveryCodes } = await keepPasskey(name, await makePasskey(options));
      onAdded(name, recoveryCodes ?? []);
    }, explainMore);
  }

  return (
    <PasswordedForm
      form={form}
      loginId={user.loginId}
      label={labels.password}
      problem={problem}
      onSubmit={submit}
      submit={
        <Button type="submit" icon="key" busy={busy}>
          {t('submit')}
        </Button>
      }
      beside={
        <ButtonTo kind="quiet" to="/account/security" search={wanted}>
          {security('back')}
        </ButtonTo>
      }
    >
      {cancelled && (
        <Notice kind="error" live>
          {t('cancelled')}
        </Notice>
      )}
      <TextField
        required
        id={form.idOf('name')}
        label={labels.name}
        support={t('nameSupport')}
        fault={form.faultOf('name')}
        value={form.values.name}
        onChange={(value) => form.set('name', value)}
        autoComplete="off"
      />
    </PasswordedForm>
  );
}
