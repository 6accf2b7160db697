import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { PasswordedForm } from '../../accounts/account-data/passworded-form.tsx';
import { usePasswordForm } from '../../accounts/account-data/use-password-form.ts';
import { ApiProblem } from '../../api/problem.ts';
import { siteId } from '../../context/address.ts';
import { goOutside } from '../../context/log-out-button.tsx';
import { tellOtherTabs } from '../../context/leaving.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ReasonField } from '../../ui/form/reason-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { closeOwnOrganization, previewOwnClosing } from '../requests.ts';
import { outdated } from '../tree/outdated.ts';
import { isStopped, WhatHappens, WhatStops } from '../tree/what-happens.tsx';

/** An owner closes the organization, after reading what that does to its users and to those below (P-15a). */
export function Page() {
  const t = useTranslations('organizations.close');
  const { organization, user } = useSession();
  const labels = { reason: t('reason'), password: t('password') };
  const { form, isFilled, explain } = usePasswordForm<'reason'>(labels);
  const { busy, problem, run } = useAction();
  const [asking, setAsking] = useState(false);
  const [changed, setChanged] = useState(false);
  const preview = useQuery({
    queryKey: ['closing', siteId, organization.id],
    queryFn: () => previewOwnClosing(organization.id),
    staleTime: 0,
  });
  const closing = preview.data;
  const below = closing ? closing.dealers + closing.customers : 0;

  function close(): void {
    void run(
      async () => {
        await closeOwnOrganization(organization.id, { ...form.values, seen: below });
        tellOtherTabs();
        goOutside('/gone?what=closed');
      },
      (refused) => {
        if (refused instanceof ApiProblem && outdated.includes(refused.code)) {
          setChanged(true);
          void preview.refetch();
          return true;
        }
        return explain(refused);
      },
    ).finally(() => setAsking(false));
  }

  return (
    <PageFrame title={t('ownTitle')} part={organization.name} width="reading" lead={t('lead')}>
      {preview.error && <ErrorState problem={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.isPending && <Loading />}
      {closing && isStopped(closing) && <WhatStops closing={closing} />}
      {closing && !isStopped(closing) && (
        <>
          <WhatHappens closing={closing} />
          {changed && (
            <Notice kind="warning" live>
              {t('changed')}
            </Notice>
          )}
          <PasswordedForm
            form={form}
            loginId={user.loginId}
            label={labels.password}
            support=""
            problem={problem}
            back="/account/organization"
            onSubmit={() => {
              if (isFilled()) setAsking(true);
            }}
            submit={
              <Button type="submit" kind="danger">
                {t('submit')}
              </Button>
            }
          >
            <ReasonField form={form} label={labels.reason} support={t('reasonHelp')} />
          </PasswordedForm>
          <ConfirmDialog
            open={asking}
            kind="danger"
            title={t('confirmTitle', { name: organization.name })}
            confirmLabel={t('submit')}
            busy={busy}
            onConfirm={close}
            onCancel={() => setAsking(false)}
          >
            <p>{t('confirmText', { users: closing.users, below })}</p>
          </ConfirmDialog>
        </>
      )}
    </PageFrame>
  );
}
