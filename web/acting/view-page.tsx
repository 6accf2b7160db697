import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../api/problem.ts';
import { Contact } from '../context/contact.tsx';
import { useInstant } from '../context/dates.ts';
import { useSentence } from '../context/event-words.ts';
import { ButtonTo } from '../context/links.tsx';
import { useListState } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { NotFoundPage } from '../shell/error-pages.tsx';
import type { Column } from '../ui/data-table/data-table.tsx';
import { ServerList } from '../ui/data-table/server-list.tsx';
import { Card, Stack } from '../ui/layout.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { useEndText } from './end-text.ts';
import { oneActingQuery } from './requests.ts';

type Done = { at: string; what: string };

/** Once that somebody worked on behalf of my organization, and what they did. */
export function Page() {
  const t = useTranslations('acting');
  const instant = useInstant();
  const endText = useEndText();
  const { organization = '', acting = '' } = useParams({ strict: false });
  const [state, setState] = useListState([]);
  const { page, pageSize } = state;
  const query = useQuery({
    ...oneActingQuery(organization, acting, { page, pageSize }),
    placeholderData: keepPreviousData,
  });
  const sentence = useSentence();
  const columns: Column<Done>[] = [
    { key: 'at', title: t('view.at'), nowrap: true, cell: (row) => instant(row.at) },
    { key: 'what', title: t('view.what'), cell: (row) => sentence(row.what) },
  ];
  if (query.error instanceof ApiProblem && query.error.status === 404) return <NotFoundPage />;
  const shown = query.data?.acting;
  return (
    <PageFrame
      title={t('view.title', { user: shown?.by.user ?? '…', of: shown?.of ?? '…' })}
      lead={t('view.lead')}
      width="reading"
    >
      {shown && (
        <Card labelledBy="acting-facts">
          <Stack>
            <h2 id="acting-facts">{t('view.facts')}</h2>
            <SummaryList
              entries={[
                { name: t('list.user'), value: shown.by.user },
                { name: t('list.by'), value: shown.by.organization },
                { name: t('list.of'), value: shown.of },
                { name: t('list.startedAt'), value: instant(shown.startedAt) },
                { name: t('list.endedAt'), value: endText(shown) },
                { name: t('list.reason'), value: shown.reason },
              ]}
            />
          </Stack>
        </Card>
      )}
      <h2>{t('view.done')}</h2>
      <ServerList
        name={t('view.doneName')}
        query={query}
        columns={columns}
        rowKey={(row) => `${row.at} ${row.what}`}
        state={state}
        onChange={setState}
        emptyText={t('view.none')}
      />
      <div>
        <p>{t('view.help')}</p>
        <Contact />
      </div>
      <div>
        <ButtonTo kind="secondary" to="/o/$organization/acting" params={{ organization }} icon="left">
          {t('view.toList')}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}
