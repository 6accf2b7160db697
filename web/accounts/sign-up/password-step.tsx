import { useTranslations } from 'use-intl';
import { Page } from '../../context/page.tsx';
import { PasswordForm } from '../password-form.tsx';
import type { StepProps } from './step-props.ts';
import { forgetToken, readToken } from './token.ts';

export function PasswordStep({ draftId, draft, next }: StepProps) {
  const t = useTranslations('accounts');
  async function done(): Promise<void> {
    forgetToken(draftId);
    await draft.commit({ passwordSet: true });
    next();
  }
  return (
    <Page title={t('setPassword.title')} part={t('signUp.title')} width="reading" lead={t('setPassword.leadPlain')}>
      <PasswordForm token={readToken(draftId) ?? ''} loginId={draft.values.received?.loginId ?? ''} onDone={done} />
    </Page>
  );
}
