import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useInstant } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { useSession } from '../../context/session.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DataTable, type Column } from '../../ui/data-table/data-table.tsx';
import { Card, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { endGrant, organizationQuery, type Organization } from '../requests.ts';

type Grant = Organization['grants'][number];
type Props = { organization: string; shown: Organization };

/** Who may see or do what of it; operators give and end that, dealers see what they have themselves. */
export function Grants({ organization, shown }: Props) {
  const t = useTranslations('organizations.grants');
  const { permissions } = useSession();
  const manages = permissions.includes('organizations:manage');
  const client = useQueryClient();
  const { busy, problem, run } = useAction();
  const [asking, setAsking] = useState<Grant | null>(null);
  const [said, setSaid] = useState('');
  const columns = useColumns(manages, shown.closedAt ? null : setAsking);

  function end(grant: Grant): void {
    void run(async () => {
      await endGrant(organization, shown.id, grant.id);
      setSaid(t('ended'));
      await client.invalidateQueries({ queryKey: organizationQuery(organization, shown.id).queryKey });
    }).finally(() => setAsking(null));
  }

  return (
    <Card labelledBy="grants">
      <Stack>
        <h2 id="grants">{t(manages ? 'title' : 'titleMine')}</h2>
        <ErrorState problem={problem} />
        {shown.grants.length === 0 ? (
          <p>{t('none')}</p>
        ) : (
          <DataTable name={t('name')} columns={columns} rows={shown.grants} rowKey={({ id }) => id} stack />
        )}
        {manages && !shown.closedAt && (
          <div>
            <ButtonTo
              kind="secondary"
              icon="plus"
              to="/o/$organization/organizations/$other/grants/new"
              params={{ organization, other: shown.id }}
            >
              {t('give')}
            </ButtonTo>
          </div>
        )}
        <div role="status">{said && <Notice kind="success">{said}</Notice>}</div>
        {asking && (
          <ConfirmDialog
            open
            kind="danger"
            title={t('endTitle', { to: asking.to.name })}
            confirmLabel={t('endConfirm')}
            busy={busy}
            onConfirm={() => end(asking)}
            onCancel={() => setAsking(null)}
          >
            <p>{t('endText')}</p>
          </ConfirmDialog>
        )}
      </Stack>
    </Card>
  );
}

/** A dealer sees only what it has itself, so to whom it was granted goes without saying. */
function useColumns(manages: boolean, onEnd: ((grant: Grant) => void) | null): Column<Grant>[] {
  const t = useTranslations('organizations.grants');
  const instant = useInstant();
  const list = new Intl.ListFormat(useLocale(), { type: 'conjunction' });
  return [
    ...(manages ? [{ key: 'to', title: t('to'), cell: (row: Grant) => row.to.name }] : []),
    { key: 'rights', title: t('rights'), cell: (row) => list.format(row.rights.map((right) => t(`words.${right}`))) },
    { key: 'cause', title: t('cause'), cell: (row) => t(`causes.${row.cause}`) },
    { key: 'until', title: t('until'), cell: (row) => (row.until ? instant(row.until) : t('forEver')) },
    ...(manages && onEnd
      ? [
          {
            key: 'end',
            title: t('end'),
            cell: (row: Grant) => (
              <Button
                kind="secondary"
                compact
                aria-label={t('endName', { to: row.to.name })}
                onClick={() => onEnd(row)}
              >
                {t('end')}
              </Button>
            ),
          },
        ]
      : []),
  ];
}
