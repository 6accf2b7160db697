import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { createDraft } from '../../context/draft.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { emptyEdit } from './state.ts';

/** Begins a change; each visit of this address is one of its own, so two tabs never share what is typed. */
export function Page() {
  const t = useTranslations('maintenance-addresses');
  const navigate = useNavigate();
  const [problem, setProblem] = useState<unknown>(null);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    createDraft('maintenance-addresses', emptyEdit)
      .then((draft) =>
        navigate({
          to: '/account/maintenance-addresses/edit/$draft/$step',
          params: { draft, step: 'form' },
          replace: true,
        }),
      )
      .catch(setProblem);
  }, [navigate]);
  if (problem === null) return <Loading />;
  return (
    <PageFrame title={t('title')} width="reading">
      <ErrorState problem={problem} onRetry={() => location.reload()} />
    </PageFrame>
  );
}
