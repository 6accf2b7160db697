import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../../api/problem.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page } from '../../context/page.tsx';
import { Row } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { linkQuery } from '../link-facts.ts';
import { PasswordForm } from '../password-form.tsx';
import type { StepProps } from './step-props.ts';
import { forgetToken, readToken } from './token.ts';

export function PasswordStep({ draftId, draft, next }: StepProps) {
  const t = useTranslations('accounts');
  const token = readToken(draftId) ?? '';
  const link = useQuery(linkQuery(token));
  const [spent, setSpent] = useState('');
  async function done(): Promise<void> {
    forgetToken(draftId);
    await draft.commit({ passwordSet: true });
    next();
  }
  const over = link.error instanceof ApiProblem && link.error.code.startsWith('accounts/');
  if (spent || over) {
    return (
      <Page title={t('signUp.password.over')} part={t('signUp.title')} width="reading">
        <Notice kind="warning">{spent || t('signUp.password.overText')}</Notice>
        <Row>
          <ButtonTo to="/sign-up">{t('setPassword.signUp')}</ButtonTo>
          <ButtonTo kind="secondary" to="/login">
            {t('setPassword.logIn')}
          </ButtonTo>
        </Row>
      </Page>
    );
  }
  return (
    <Page title={t('setPassword.title')} part={t('signUp.title')} width="reading" lead={t('setPassword.leadPlain')}>
      {link.error && <ErrorState problem={link.error} onRetry={() => void link.refetch()} />}
      {link.isPending && <Loading />}
      {link.data && <PasswordForm token={token} facts={link.data} onDone={done} onSpent={setSpent} />}
    </Page>
  );
}
