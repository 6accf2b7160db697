import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client.ts';
import { siteId } from '../../context/address.ts';
import { createDraft } from '../../context/draft.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { emptyEdit } from '../account-data/edit/state.ts';

/** What this person typed in this browser and did not finish, or a new draft: nobody types their data twice. */
async function findDraft(): Promise<string> {
  const { items } = await answer(api.GET('/api/{site}/drafts', { params: { path: { site: siteId } } }));
  const begun = items.find(({ kind, values }) => kind === 'customer-data' && !values['saved']);
  return begun?.id ?? (await createDraft('customer-data', emptyEdit));
}

/** Leads to the form of the data that are owed (U-01), and keeps where somebody wanted to go. */
export function Page() {
  const t = useTranslations('account-data.complete');
  const navigate = useNavigate();
  const { return: wanted } = useSearch({ strict: false });
  const [problem, setProblem] = useState<unknown>(null);
  const begun = useRef(false);

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    findDraft()
      .then((draft) =>
        navigate({
          to: '/customer-data/$draft/$step',
          params: { draft, step: 'form' },
          search: { return: wanted ?? '/' },
          replace: true,
        }),
      )
      .catch(setProblem);
  }, [navigate, wanted]);

  return problem === null ? (
    <Loading />
  ) : (
    <PageFrame title={t('formTitle')} width="reading">
      <ErrorState problem={problem} onRetry={() => location.reload()} />
    </PageFrame>
  );
}
