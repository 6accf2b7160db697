import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { createDraft } from '../../context/draft.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSite } from '../../context/site.ts';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { emptySignUp, stepsOf, wayOf } from './state.ts';

/** Begins a draft and goes on to its first step; each visit of this address is a sign-up of its own (two tabs). */
export function Page() {
  const t = useTranslations('accounts.signUp');
  const { signUps } = useSite();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<unknown>(null);
  const begun = useRef(false);

  useEffect(() => {
    if (begun.current || signUps.length === 0) return;
    begun.current = true;
    const [first = 'form'] = stepsOf(signUps, wayOf(signUps, emptySignUp));
    createDraft('sign-up', emptySignUp)
      .then((draft) => navigate({ to: '/sign-up/$draft/$step', params: { draft, step: first }, replace: true }))
      .catch(setProblem);
  }, [signUps, navigate]);

  if (signUps.length === 0) {
    return (
      <PageFrame title={t('closed.title')} width="reading">
        <p>{t('closed.text')}</p>
      </PageFrame>
    );
  }
  return problem === null ? (
    <Loading />
  ) : (
    <PageFrame title={t('title')} width="reading">
      <ErrorState problem={problem} onRetry={() => location.reload()} />
    </PageFrame>
  );
}
