import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Page as PageFrame } from '../context/page.tsx';
import { BothLanguages } from '../notices/compose/both-languages.tsx';
import { Detail, type Act } from '../notices/detail.tsx';
import { MaintenanceNotice } from '../notices/maintenance-notice.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { cancelWindow, endWindow, getWindow } from './requests.ts';

export function Page() {
  const t = useTranslations('notices');
  const navigate = useNavigate();
  const client = useQueryClient();
  const { organization = '', id = '' } = useParams({ strict: false });
  const queryKey = ['maintenance', organization, 'one', id];
  const { data, error, refetch } = useQuery({ queryKey, queryFn: () => getWindow(organization, id) });
  if (error) {
    return (
      <PageFrame title={t('windows.title')} width="reading">
        <ErrorState problem={error} onRetry={() => void refetch()} />
      </PageFrame>
    );
  }
  if (!data) return <Loading />;
  const act = (key: Act['key'], work: typeof endWindow, done: string): Act => ({
    key,
    run: async () => {
      client.setQueryData(queryKey, await work(organization, id, data.version));
      await navigate({ to: '.', search: { done }, replace: true });
    },
  });
  const acts = {
    planned: [act('cancelWindow', cancelWindow, 'cancelled')],
    current: [act('endWindow', endWindow, 'ended')],
    past: [],
    cancelled: [],
  }[data.state];
  return (
    <PageFrame title={t('windows.title')}>
      <Detail room="maintenance" shown={data} stateWord={t(`maintenanceStates.${data.state}`)} entries={[]} acts={acts}>
        <BothLanguages>
          {(language) => (
            <MaintenanceNotice window={{ ...data, running: data.state === 'current' }} language={language} />
          )}
        </BothLanguages>
      </Detail>
    </PageFrame>
  );
}
