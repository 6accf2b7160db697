import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { createDraft } from '../../context/draft.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useLanguage } from '../../texts/texts.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { emptyAccount } from './state.ts';

/** Begins an account; each visit of this address is one of its own (two tabs). */
export function Page() {
  const t = useTranslations('new-accounts');
  const { organization = '' } = useParams({ strict: false });
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<unknown>(null);
  const begun = useRef(false);

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    createDraft('new-account', emptyAccount(language))
      .then((draft) =>
        navigate({
          to: '/o/$organization/new-account/$draft/$step',
          params: { organization, draft, step: 'form' },
          replace: true,
        }),
      )
      .catch(setProblem);
  }, [navigate, organization, language]);

  return problem === null ? (
    <Loading />
  ) : (
    <PageFrame title={t('title')} width="reading">
      <ErrorState problem={problem} onRetry={() => location.reload()} />
    </PageFrame>
  );
}
