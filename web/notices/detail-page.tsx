import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { useSiteWords } from '../context/site.ts';
import { Row } from '../ui/layout.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { BothLanguages } from './compose/both-languages.tsx';
import { Detail, type Act } from './detail.tsx';
import { NoticeItem } from './notice-item.tsx';
import { deleteNotice, endNotice, getNotice } from './requests.ts';

export function Page() {
  const t = useTranslations('notices');
  const words = useSiteWords();
  const { permissions } = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { organization = '', id = '' } = useParams({ strict: false });
  const queryKey = ['notices', organization, 'one', id];
  const { data, error, refetch } = useQuery({ queryKey, queryFn: () => getNotice(organization, id) });
  if (error) {
    return (
      <PageFrame title={t('list.title')} width="reading">
        <ErrorState problem={error} onRetry={() => void refetch()} />
      </PageFrame>
    );
  }
  if (!data) return <Loading />;
  const toList = '/o/$organization/notices';
  const remove: Act = {
    key: 'deleteNotice',
    run: async () => {
      await deleteNotice(organization, id, data.version);
      await navigate({ to: toList, params: { organization }, search: { done: 'deleted' }, replace: true });
      await client.invalidateQueries({ queryKey: ['notices', organization] });
    },
  };
  const end: Act = {
    key: 'endNotice',
    run: async () => {
      client.setQueryData(queryKey, await endNotice(organization, id, data.version));
      await navigate({ to: '.', search: { done: 'ended' }, replace: true });
    },
  };
  const acts = { planned: [remove], current: [end], past: [] }[data.state];
  return (
    <PageFrame title={words(data.title)} part={t('list.title')}>
      <Detail
        room="notices"
        shown={data}
        stateWord={t(`states.${data.state}`)}
        entries={[{ name: t('fields.kind'), value: t(`kinds.${data.kind}`) }]}
        acts={acts}
      >
        <BothLanguages>{(language) => <NoticeItem notice={data} language={language} />}</BothLanguages>
        {data.state === 'current' && permissions.includes('mailings:send') && (
          <Row print={false}>
            <ButtonTo
              kind="secondary"
              icon="mail"
              to="/o/$organization/mailings/new"
              params={{ organization }}
              search={{ notice: id }}
            >
              {t('detail.mail')}
            </ButtonTo>
          </Row>
        )}
      </Detail>
    </PageFrame>
  );
}
