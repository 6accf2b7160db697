import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { createDraft } from '../../context/draft.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { emptyIssue } from './state.ts';

/** Begins a draft and goes on to step 1; each visit of this address is a wizard of its own (two tabs). */
export function Page() {
  const t = useTranslations('registration-keys.issue');
  const { organization = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const [problem, setProblem] = useState<unknown>(null);
  const begun = useRef(false);

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    createDraft('registration-keys', emptyIssue())
      .then((draft) =>
        navigate({
          to: '/o/$organization/registration-keys/issue/$draft/$step',
          params: { organization, draft, step: 'category' },
          replace: true,
        }),
      )
      .catch(setProblem);
  }, [organization, navigate]);

  if (problem === null) return <Loading />;
  return (
    <PageFrame title={t('title')}>
      <ErrorState problem={problem} onRetry={() => location.reload()} />
    </PageFrame>
  );
}
