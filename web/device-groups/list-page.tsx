import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { DataTable, type Column } from '../ui/data-table/data-table.tsx';
import { CheckboxField } from '../ui/form/checkbox-field.tsx';
import { Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';
import { deleteGroups, groupsKey, groupsQuery, ungroupedQuery, type Groups } from './requests.ts';

type Row = Groups['items'][number];

/** The organization's groups (C-09): to make one, change one, delete several. */
export function Page() {
  const t = useTranslations('device-groups.list');
  const { organization = '' } = useParams({ strict: false });
  const { done } = useSearch({ strict: false }) as { done?: string };
  const { permissions } = useSession();
  const { data } = useSuspenseQuery(groupsQuery(organization));
  const { data: ungrouped } = useSuspenseQuery(ungroupedQuery(organization));
  const [deleted, setDeleted] = useState(0);
  const mayChange = permissions.includes('device-groups:change');
  const full = data.items.length >= data.max;
  const make = mayChange && !full && (
    <ButtonTo to="/o/$organization/device-groups/new" params={{ organization }} icon="plus">
      {t('new')}
    </ButtonTo>
  );
  return (
    <PageFrame title={t('title')} lead={t('lead')} actions={make} width="reading">
      <div role="status">
        {deleted > 0 && <Notice kind="success">{t('deleted', { count: deleted })}</Notice>}
        {deleted === 0 && (done === 'made' || done === 'changed') && <Notice kind="success">{t(done)}</Notice>}
      </div>
      <p>
        {t('count', { count: data.items.length, max: data.max })} {t('ungrouped', { count: ungrouped.devices.length })}
      </p>
      {full && <Notice kind="warning">{t('full', { max: data.max })}</Notice>}
      {data.items.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      ) : (
        <List organization={organization} rows={data.items} mayChange={mayChange} onDeleted={setDeleted} />
      )}
    </PageFrame>
  );
}

type ListProps = {
  organization: string;
  rows: readonly Row[];
  mayChange: boolean;
  onDeleted: (count: number) => void;
};

function List({ organization, rows, mayChange, onDeleted }: ListProps) {
  const t = useTranslations('device-groups.list');
  const client = useQueryClient();
  const { busy, problem, run } = useAction();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [asks, setAsks] = useState(false);
  // Somebody else may have deleted one meanwhile.
  const chosen = rows.filter(({ id }) => ticked.includes(id));
  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: t('name'),
      cell: ({ id, name }) =>
        mayChange ? (
          <CheckboxField
            id={`choose-${id}`}
            label={name}
            checked={ticked.includes(id)}
            onChange={(on) => setTicked(on ? [...ticked, id] : ticked.filter((one) => one !== id))}
          />
        ) : (
          name
        ),
    },
    { key: 'devices', title: t('devices'), nowrap: true, cell: ({ devices }) => t('deviceCount', { count: devices }) },
    {
      key: 'open',
      title: t('open'),
      nowrap: true,
      cell: ({ id, name }) => (
        <Link
          to="/o/$organization/device-groups/$group"
          params={{ organization, group: id }}
          aria-label={t(mayChange ? 'changeName' : 'showName', { name })}
        >
          {t(mayChange ? 'change' : 'show')}
        </Link>
      ),
    },
  ];
  function confirm(): void {
    void run(async () => {
      const { deleted } = await deleteGroups(
        organization,
        chosen.map(({ id }) => id),
      );
      setAsks(false);
      setTicked([]);
      onDeleted(deleted);
      await client.invalidateQueries({ queryKey: groupsKey });
    });
  }
  return (
    <Stack>
      <DataTable name={t('title')} rows={rows} rowKey={({ id }) => id} columns={columns} />
      {mayChange && (
        <Row print={false}>
          <Button kind="danger" icon="trash" disabled={chosen.length === 0} onClick={() => setAsks(true)}>
            {t('delete', { count: chosen.length })}
          </Button>
        </Row>
      )}
      <ConfirmDialog
        open={asks}
        title={t('deleteTitle', { count: chosen.length })}
        confirmLabel={t('yes')}
        cancelLabel={t('no')}
        kind="danger"
        busy={busy}
        focusConfirm={false}
        onConfirm={confirm}
        onCancel={() => setAsks(false)}
      >
        <Stack gap="small">
          <p>{t('deleteText')}</p>
          <ul>
            {chosen.map(({ id, name, devices }) => (
              <li key={id}>{t('deleteLine', { name, count: devices })}</li>
            ))}
          </ul>
          <ErrorState problem={problem} />
        </Stack>
      </ConfirmDialog>
    </Stack>
  );
}
