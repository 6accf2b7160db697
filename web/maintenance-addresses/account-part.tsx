import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useInstant } from '../context/dates.ts';
import { ButtonTo } from '../context/links.tsx';
import { useSession } from '../context/session.ts';
import { Button } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';
import { addressesQuery, sendLinkAgain, type AddressItem, type Addresses } from './requests.ts';

/** The addresses with their state, and where mails about alarms go today (E-02). */
export function Part() {
  const t = useTranslations('maintenance-addresses');
  const { organization, permissions } = useSession();
  const { data, error, isPending, refetch } = useQuery(addressesQuery(organization.id));
  const mayChange = permissions.includes('maintenance-addresses:change');
  return (
    <Card labelledBy="maintenance-addresses">
      <Stack>
        <h2 id="maintenance-addresses">{t('title')}</h2>
        {isPending && <Loading />}
        <ErrorState problem={error} onRetry={() => void refetch()} />
        {data && (
          <>
            <p>{t('lead', { max: data.max })}</p>
            <Receivers addresses={data} />
            {data.items.length > 0 && <List organization={organization.id} items={data.items} mayChange={mayChange} />}
          </>
        )}
        {mayChange ? (
          <Row>
            <ButtonTo kind="secondary" to="/account/maintenance-addresses/edit">
              {t('edit')}
            </ButtonTo>
          </Row>
        ) : (
          <p>{t('readOnly')}</p>
        )}
      </Stack>
    </Card>
  );
}

/** Says so where the mails go to the account instead. */
function Receivers({ addresses: { items, receivers, toAccount } }: { addresses: Addresses }) {
  const t = useTranslations('maintenance-addresses');
  const list = new Intl.ListFormat(useLocale(), { type: 'conjunction' });
  if (!toAccount) return null;
  if (receivers.length === 0) return <Notice kind="warning">{t('noneAtAll')}</Notice>;
  return <Notice>{t(items.length === 0 ? 'none' : 'unproved', { account: list.format(receivers) })}</Notice>;
}

type ListProps = { organization: string; items: readonly AddressItem[]; mayChange: boolean };

function List({ organization, items, mayChange }: ListProps) {
  const t = useTranslations('maintenance-addresses');
  const instant = useInstant();
  const client = useQueryClient();
  const { busy, problem, run } = useAction();
  const [sent, setSent] = useState('');
  const again = (item: AddressItem) =>
    void run(async () => {
      await sendLinkAgain(organization, item.id);
      setSent(item.mail);
      await client.invalidateQueries({ queryKey: addressesQuery(organization).queryKey });
    });
  const stateOf = ({ state, expiresAt }: AddressItem) =>
    state === 'waiting' ? t('states.waiting', { until: instant(expiresAt ?? '') }) : t(`states.${state}`);
  return (
    <>
      <DataTable<AddressItem>
        name={t('title')}
        rows={items}
        rowKey={({ id }) => id}
        columns={[
          { key: 'mail', title: t('mail'), cell: ({ mail }) => <span translate="no">{mail}</span> },
          { key: 'language', title: t('language'), nowrap: true, cell: ({ language }) => t(`languages.${language}`) },
          {
            key: 'state',
            title: t('state'),
            cell: (item) => (
              <Stack gap="small">
                <span>{stateOf(item)}</span>
                {mayChange && item.state !== 'proved' && (
                  <div>
                    <Button
                      kind="quiet"
                      compact
                      busy={busy}
                      aria-label={t('againTo', { mail: item.mail })}
                      onClick={() => again(item)}
                    >
                      {t('again')}
                    </Button>
                  </div>
                )}
              </Stack>
            ),
          },
        ]}
        stack
      />
      <ErrorState problem={problem} />
      {sent && (
        <Notice kind="success" live>
          {t('sentAgain', { mail: sent })}
        </Notice>
      )}
    </>
  );
}
