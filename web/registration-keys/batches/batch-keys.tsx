import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { BatchKey } from '../../api/types.ts';
import { useListState } from '../../context/list.ts';
import { useSession } from '../../context/session.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/code.tsx';
import type { Column } from '../../ui/data-table/data-table.tsx';
import { ServerList } from '../../ui/data-table/server-list.tsx';
import { Row } from '../../ui/layout.tsx';
import type { Act } from './act-dialog.tsx';
import { batchKeysQuery } from './requests.ts';

type Props = { organization: string; batch: string; onAct: (act: Act) => void };

/** The keys of a batch; each unused one can get a new registration ID or be voided by itself. */
export function BatchKeys({ organization, batch, onAct }: Props) {
  const t = useTranslations('activation-keys.batch');
  const [state, setState] = useListState([]);
  const { page, pageSize } = state;
  const query = useQuery({
    ...batchKeysQuery(organization, batch, { page, pageSize }),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns(organization, onAct);
  return (
    <ServerList
      name={t('keysTitle')}
      query={query}
      columns={columns}
      rowKey={(row) => row.number}
      state={state}
      onChange={setState}
      emptyText={t('keysEmpty')}
    />
  );
}

function useColumns(organization: string, onAct: (act: Act) => void): Column<BatchKey>[] {
  const t = useTranslations('activation-keys');
  const { permissions } = useSession();
  const button = (kind: Act['kind'], number: string) => (
    <Button
      kind="quiet"
      compact
      aria-label={t('batch.forKey', { action: t(`batch.${kind}`), number })}
      onClick={() => onAct({ kind, number })}
    >
      {t(`batch.${kind}`)}
    </Button>
  );
  const columns: Column<BatchKey>[] = [
    {
      key: 'number',
      title: t('fields.number'),
      nowrap: true,
      cell: (row) => (
        <Link to="/o/$organization/activation-keys/$number" params={{ organization, number: row.number }}>
          <Code>{row.number}</Code>
        </Link>
      ),
    },
    { key: 'state', title: t('fields.state'), nowrap: true, cell: (row) => t(`states.${row.state}`) },
    {
      key: 'deviceId',
      title: t('fields.deviceId'),
      nowrap: true,
      cell: (row) => row.deviceId && <Code>{row.deviceId}</Code>,
    },
  ];
  if (!permissions.includes('activation-keys:generate')) return columns;
  return [
    ...columns,
    {
      key: 'actions',
      title: t('fields.actions'),
      nowrap: true,
      cell: (row) =>
        row.state === 'unused' && (
          <Row print={false}>
            {button('renew', row.number)}
            {button('void', row.number)}
          </Row>
        ),
    },
  ];
}
