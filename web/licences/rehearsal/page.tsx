import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { civilDay } from '../../../domain/site/civil-day.ts';
import { useCivilDate } from '../../context/dates.ts';
import { useListState } from '../../context/list.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSite } from '../../context/site.ts';
import { ExportButton } from '../../exports/export-button.tsx';
import { ServerList } from '../../ui/data-table/server-list.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { tones, useColumns } from './columns.tsx';
import { isRefusedDay, kinds, Question } from './question.tsx';
import { rehearse, type Rehearsal } from './requests.ts';

/** With which day the page begins: the first reminder of what is assigned last year falls into it. */
const daysAhead = 90;
const dayMs = 86_400_000;

/** Who would be reminded and what would expire up to a day, when nobody did anything (L-13); for operators. */
export function Page() {
  const t = useTranslations('licence-rehearsal');
  const { organization = '' } = useParams({ strict: false });
  const [state, setState] = useListState(['until', 'kind', 'text']);
  const { page, pageSize, search } = state;
  const { timeZone } = useSite();
  const [begins] = useState(() => civilDay(new Date(Date.now() + daysAhead * dayMs), timeZone));
  const until = search['until'] ?? begins;
  const kind = kinds.find((one) => one === search['kind']);
  const asked = { until, ...(kind && { kind }), ...(search['text'] && { text: search['text'] }) };
  const query = useQuery({
    queryKey: ['licence-rehearsal', organization, asked, page, pageSize],
    queryFn: () => rehearse(organization, { ...asked, page, pageSize }),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <Question
        key={JSON.stringify(search)}
        until={until}
        refused={query.error}
        state={{ ...state, search: { ...search, until } }}
        onChange={setState}
      />
      {!isRefusedDay(query.error) && (
        <>
          {query.data && !query.error && <Totals found={query.data} until={until} />}
          <ServerList
            name={t('name')}
            query={query}
            columns={columns}
            rowKey={(row) => Object.values(row).map(String).join(' ') + row.organization.id}
            state={state}
            onChange={setState}
            emptyText={t('empty')}
            actions={<ExportButton organization={organization} kind="licence-rehearsal" conditions={asked} />}
          />
        </>
      )}
    </PageFrame>
  );
}

const units = {
  reminder: 'mails',
  'taken-over': 'devices',
  without: 'devices',
  unused: 'licences',
  assignment: 'plans',
} as const;

/** How many of each, in one line; what does not happen is left out. */
function Totals({ found, until }: { found: Rehearsal; until: string }) {
  const t = useTranslations('licence-rehearsal');
  const day = useCivilDate('long');
  const some = kinds.filter((kind) => found.totals[kind] > 0);
  return (
    <Stack gap="small">
      <h2>{t('span', { day: day(until), timeZone: found.timeZone })}</h2>
      {some.length > 0 && (
        <Row>
          {some.map((kind) => (
            <Badge key={kind} tone={tones[kind]}>
              {t('total', { kind: t(`kinds.${kind}`), count: t(units[kind], { count: found.totals[kind] }) })}
            </Badge>
          ))}
        </Row>
      )}
    </Stack>
  );
}
