import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { createDraft } from '../../../context/draft.ts';
import { Page as PageFrame } from '../../../context/page.tsx';
import { ErrorState, Loading } from '../../../ui/states.tsx';
import { emptyEdit } from './state.ts';

/** Begins a change; each visit of this address is one of its own, so two tabs never share what is typed. */
export function Page() {
  const t = useTranslations('account-data.edit');
  const { organization, user } = useParams({ strict: false });
  const navigate = useNavigate();
  const [problem, setProblem] = useState<unknown>(null);
  const begun = useRef(false);

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    createDraft('account-data', emptyEdit)
      .then((draft) =>
        user && organization
          ? navigate({
              to: '/o/$organization/accounts/$user/edit/$draft/$step',
              params: { organization, user, draft, step: 'form' },
              replace: true,
            })
          : navigate({ to: '/account/edit/$draft/$step', params: { draft, step: 'form' }, replace: true }),
      )
      .catch(setProblem);
  }, [navigate, organization, user]);

  return problem === null ? (
    <Loading />
  ) : (
    <PageFrame title={t('formTitle')} width="reading">
      <ErrorState problem={problem} onRetry={() => location.reload()} />
    </PageFrame>
  );
}
