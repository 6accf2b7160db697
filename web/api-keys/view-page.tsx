import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { scopeAreas } from '../../domain/api-keys/scopes.ts';
import { useDeadline, useInstant } from '../context/dates.ts';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { Button } from '../ui/button.tsx';
import { Code } from '../ui/code.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { ErrorState } from '../ui/states.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { useAction } from '../ui/use-action.ts';
import { apiKeysKey, keyQuery, revokeKey, type KeyRow } from './requests.ts';
import { StateBadge } from './state-badge.tsx';

/** One API key (P-24): what it is good for, what was done with it, and the button that ends it. */
export function Page() {
  const t = useTranslations('api-keys.view');
  const { organization = '', key = '' } = useParams({ strict: false });
  const { data: shown } = useSuspenseQuery(keyQuery(organization, key));
  return (
    <PageFrame title={shown.name} part={t('part')} lead={t('lead')} width="reading">
      <Facts shown={shown} />
      <Uses uses={shown.uses} />
      {shown.state === 'active' && <Revoke organization={organization} shown={shown} />}
      <div>
        <ButtonTo kind="quiet" icon="left" to="/o/$organization/api-keys" params={{ organization }}>
          {t('back')}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}

function Facts({ shown }: { shown: KeyRow }) {
  const t = useTranslations('api-keys');
  const areaWords = useTranslations('api-keys.areas');
  const verbWords = useTranslations('api-keys.verbs');
  const instant = useInstant();
  const deadline = useDeadline();
  const scopes = scopeAreas.flatMap((area) => {
    const verbs = (['read', 'write'] as const).filter((verb) => shown.scopes.includes(`${area}:${verb}`));
    if (verbs.length === 0) return [];
    return [{ area, verb: verbs.length === 2 ? ('both' as const) : (verbs[0] ?? 'read') }];
  });
  return (
    <Card labelledBy="api-key-facts">
      <Stack>
        <h2 id="api-key-facts">{t('view.facts')}</h2>
        <SummaryList
          entries={[
            { name: t('list.state'), value: <StateBadge state={shown.state} /> },
            { name: t('list.begins'), value: <Code>{`${shown.begins}…`}</Code> },
            {
              name: t('make.scopes'),
              value: (
                <ul>
                  {scopes.map(({ area, verb }) => (
                    <li key={area}>
                      {areaWords(area)}: {verbWords(verb)}
                    </li>
                  ))}
                </ul>
              ),
            },
            { name: t('view.maker'), value: shown.maker },
            { name: t('list.createdAt'), value: instant(shown.createdAt) },
            { name: t('list.endsAt'), value: shown.endsAt ? deadline(shown.endsAt) : t('list.noEnd') },
            ...(shown.revokedAt ? [{ name: t('view.revokedAt'), value: instant(shown.revokedAt) }] : []),
            { name: t('list.lastUsedAt'), value: shown.lastUsedAt ? instant(shown.lastUsedAt) : t('list.never') },
            ...(shown.lastAddress ? [{ name: t('view.lastAddress'), value: shown.lastAddress }] : []),
          ]}
        />
      </Stack>
    </Card>
  );
}

type Use = { operation: string; calls: number; lastAt: string; lastAddress: string };

function Uses({ uses }: { uses: readonly Use[] }) {
  const t = useTranslations('api-keys.view');
  const instant = useInstant();
  return (
    <Card labelledBy="api-key-uses">
      <Stack>
        <h2 id="api-key-uses">{t('uses')}</h2>
        <p>{uses.length === 0 ? t('unused') : t('usesHelp')}</p>
        {uses.length > 0 && (
          <DataTable
            name={t('uses')}
            rows={uses}
            rowKey={(row) => row.operation}
            stack
            columns={[
              { key: 'operation', title: t('operation'), cell: (row) => <Code>{row.operation}</Code> },
              { key: 'calls', title: t('calls'), numeric: true, cell: (row) => row.calls },
              { key: 'lastAt', title: t('lastAt'), nowrap: true, cell: (row) => instant(row.lastAt) },
              { key: 'address', title: t('address'), nowrap: true, cell: (row) => row.lastAddress },
            ]}
          />
        )}
      </Stack>
    </Card>
  );
}

function Revoke({ organization, shown }: { organization: string; shown: KeyRow }) {
  const t = useTranslations('api-keys.view');
  const client = useQueryClient();
  const { busy, problem, run } = useAction();
  const [asking, setAsking] = useState(false);
  function revoke(): void {
    void run(async () => {
      await revokeKey(organization, shown.id);
      await client.invalidateQueries({ queryKey: apiKeysKey });
    }).finally(() => setAsking(false));
  }
  return (
    <Stack gap="small">
      <ErrorState problem={problem} />
      <Row print={false}>
        <Button kind="danger" onClick={() => setAsking(true)}>
          {t('revoke')}
        </Button>
      </Row>
      <ConfirmDialog
        open={asking}
        kind="danger"
        title={t('revokeTitle', { name: shown.name })}
        confirmLabel={t('revokeConfirm')}
        busy={busy}
        onConfirm={revoke}
        onCancel={() => setAsking(false)}
      >
        <p>{t('revokeText')}</p>
      </ConfirmDialog>
    </Stack>
  );
}
