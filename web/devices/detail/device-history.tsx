import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'use-intl';
import { useInstant } from '../../context/dates.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { Card, Stack } from '../../ui/layout.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { useFieldLabel } from '../options.ts';
import { historyQuery, type History } from '../requests.ts';

type Line = { at: string; what: string; by: string };

/** What happened to a device since it is its owner's, and by whom; the newest first. */
export function DeviceHistory({ organization, device }: { organization: string; device: string }) {
  const t = useTranslations('devices.history');
  const instant = useInstant();
  const linesOf = useLines();
  const { data, error, isPending, refetch } = useQuery(historyQuery(organization, device));
  return (
    <Card labelledBy="device-history">
      <Stack>
        <h2 id="device-history">{t('title')}</h2>
        {isPending && <Loading />}
        <ErrorState problem={error} onRetry={() => void refetch()} />
        {data && (
          <DataTable<Line>
            name={t('title')}
            rows={linesOf(data)}
            rowKey={({ at, what }) => `${at} ${what}`}
            columns={[
              { key: 'at', title: t('at'), nowrap: true, cell: ({ at }) => instant(at) },
              { key: 'what', title: t('what'), cell: ({ what }) => what },
              { key: 'by', title: t('by'), cell: ({ by }) => by },
            ]}
            stack
          />
        )}
      </Stack>
    </Card>
  );
}

/** The events in words; how the device came to its owner stands at the end. */
function useLines(): (history: History) => Line[] {
  const t = useTranslations('devices');
  const label = useFieldLabel();
  const list = new Intl.ListFormat(useLocale(), { type: 'conjunction' });
  return ({ items, since, cause }) => [
    ...items.map(({ at, what, fields, user, organization }) => ({
      at,
      what:
        what === 'changed'
          ? t('history.changed', { fields: list.format(fields.map((field) => label(field))) })
          : t(`history.${what}`),
      by: [user, organization].filter(Boolean).join(t('history.of')),
    })),
    { at: since, what: t(`history.causes.${cause}`), by: '' },
  ];
}
