import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../api/problem.ts';
import { useListState } from '../context/list.ts';
import { Page } from '../context/page.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { Another } from './another.tsx';
import { DonePage } from './done-page.tsx';
import type { ImportKind } from './import-flow.tsx';
import { OverPage } from './over-page.tsx';
import { PreviewPage } from './preview-page.tsx';
import { importQuery, isUnderWay } from './requests.ts';
import { WorkPage } from './work-page.tsx';

type Props = {
  kind: ImportKind;
  organization: string;
  id: string;
  frame: (step: string, page: ReactNode) => ReactNode;
};

/** One import wherever it stands: whoever comes back to its address finds what there is to do or to see. */
export function ImportPage({ kind, organization, id, frame }: Props) {
  const t = useTranslations('imports');
  const [state, setState] = useListState(['only', 'again']);
  const { page, pageSize, search } = state;
  const { data, error, refetch } = useQuery({
    ...importQuery(organization, id, { page, pageSize, ...(search['only'] === 'faults' && { only: 'faults' }) }),
    placeholderData: keepPreviousData,
  });
  if (error instanceof ApiProblem && error.status === 404) {
    return frame(
      'file',
      <Page title={t('gone.title')} width="reading">
        <p>{t('gone.text')}</p>
        <Another kind={kind} organization={organization} />
      </Page>,
    );
  }
  if (error && !isUnderWay(data?.state))
    return frame(
      'preview',
      <Page title={kind.title}>
        <ErrorState problem={error} onRetry={() => void refetch()} />
      </Page>,
    );
  if (!data) return <Loading />;
  const shared = { kind, organization, shown: data, state, onChange: setState };
  switch (data.state) {
    case 'previewed':
      return frame('preview', <PreviewPage {...shared} />);
    case 'waiting':
    case 'running':
      return frame('work', <WorkPage {...shared} interrupted={error} />);
    case 'done':
      return frame('done', <DonePage {...shared} />);
    case 'refused':
    case 'failed':
    case 'cancelled':
      return frame('done', <OverPage {...shared} />);
  }
}
