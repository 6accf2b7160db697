import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { createDraft } from '../../context/draft.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { useNoun } from '../options.ts';
import { emptyEdit } from './state.ts';

/** Begins a change; each visit of this address is one of its own, so two tabs never share what is typed. */
export function Page() {
  const t = useTranslations('devices.edit');
  const noun = useNoun();
  const { organization = '', device = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const [problem, setProblem] = useState<unknown>(null);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    createDraft('device-change', emptyEdit)
      .then((draft) =>
        navigate({
          to: '/o/$organization/devices/$device/edit/$draft/$step',
          params: { organization, device, draft, step: 'form' },
          replace: true,
        }),
      )
      .catch(setProblem);
  }, [organization, device, navigate]);
  if (problem === null) return <Loading />;
  return (
    <PageFrame title={t('title', noun)} width="reading">
      <ErrorState problem={problem} onRetry={() => location.reload()} />
    </PageFrame>
  );
}
