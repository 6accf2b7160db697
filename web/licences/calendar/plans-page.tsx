import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { planStates } from '../../../domain/licences/codes.ts';
import { useCivilDate } from '../../context/dates.ts';
import { useServerList } from '../../context/list.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { ExportButton } from '../../exports/export-button.tsx';
import { conditionsOf } from '../../exports/requests.ts';
import { ListSearch } from '../../context/list-search.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { Column } from '../../ui/data-table/data-table.tsx';
import { ServerList } from '../../ui/data-table/server-list.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { cancelPlan, licencesKey, listPlans, type PlanQuery, type PlanRow } from '../assign/requests.ts';
import { useLineWords } from '../options.ts';

const sorts = ['day', 'customer', 'createdAt'] as const;

/** Assignments that the portal will do by itself (L-06), with what became of those before. */
export function Page() {
  const t = useTranslations('licence-assign.plans');
  const { organization = '' } = useParams({ strict: false });
  const client = useQueryClient();
  const [asked, setAsked] = useState<PlanRow | null>(null);
  const [cancelled, setCancelled] = useState(false);
  const { busy, problem, run } = useAction();
  const date = useCivilDate();
  const list = useServerList({
    fields: ['text', 'state'],
    sorts,
    key: [...licencesKey, organization, 'plans'],
    read: (wish: PlanQuery) => listPlans(organization, wish),
  });
  const choice = {
    field: 'state',
    label: t('state'),
    any: t('anyState'),
    options: planStates.map((one) => ({ value: one, label: t(`states.${one}`) })),
  };
  async function cancel(plan: PlanRow): Promise<void> {
    setAsked(null);
    setCancelled(false);
    await cancelPlan(organization, plan.id).finally(() => client.invalidateQueries({ queryKey: licencesKey }));
    setCancelled(true);
  }
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <Stack>
        {cancelled && (
          <Notice kind="success" live>
            {t('cancelled')}
          </Notice>
        )}
        <ErrorState problem={problem} />
        <ListSearch label={t('searchLabel')} hint={t('searchHint')} text={t('text')} choices={[choice]} {...list} />
        <ServerList
          name={t('name')}
          columns={useColumns(setAsked)}
          rowKey={(row) => row.id}
          {...list}
          emptyText={t('empty')}
          actions={
            <ExportButton organization={organization} kind="licence-plans" conditions={conditionsOf(list.state)} />
          }
        />
      </Stack>
      <ConfirmDialog
        open={asked !== null}
        title={t('cancelTitle')}
        kind="danger"
        busy={busy}
        confirmLabel={t('cancelYes')}
        cancelLabel={t('cancelNo')}
        onCancel={() => setAsked(null)}
        onConfirm={() => asked && void run(() => cancel(asked))}
      >
        {asked && <p>{t('cancelText', { customer: asked.customer.name, day: date(asked.day) })}</p>}
      </ConfirmDialog>
    </PageFrame>
  );
}

function useColumns(ask: (plan: PlanRow) => void): Column<PlanRow>[] {
  const t = useTranslations('licence-assign.plans');
  const { permissions } = useSession();
  const lineWords = useLineWords();
  const date = useCivilDate('medium');
  const mayCancel = permissions.includes('licences:assign');
  const reason = (code: string) => (t.has(`reasons.${code}` as never) ? t(`reasons.${code}` as never) : code);
  const cancel: Column<PlanRow> = {
    key: 'cancel',
    title: t('cancel'),
    nowrap: true,
    cell: (row) =>
      row.state === 'open' && (
        <Button
          kind="secondary"
          compact
          aria-label={t('cancelOf', { customer: row.customer.name, day: date(row.day) })}
          onClick={() => ask(row)}
        >
          {t('cancel')}
        </Button>
      ),
  };
  return [
    { key: 'day', title: t('day'), nowrap: true, cell: (row) => date(row.day) },
    {
      key: 'customer',
      title: t('customer'),
      cell: (row) => (
        <>
          {row.customer.name}
          <br />
          {lineWords(row)}
          {row.serial && (
            <>
              <br />
              {t('for', { serial: row.serial })}
            </>
          )}
        </>
      ),
    },
    ...(mayCancel ? [cancel] : []),
    { key: 'quantity', title: t('quantity'), numeric: true, cell: (row) => row.quantity },
    {
      key: 'state',
      title: t('state'),
      cell: (row) => (
        <>
          {t(`states.${row.state}`)}
          {row.reason && (
            <>
              <br />
              {reason(row.reason)}
            </>
          )}
        </>
      ),
    },
    { key: 'by', title: t('by'), cell: (row) => row.by },
  ];
}
