import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { supplyColours } from '../../domain/toner/options.ts';
import { useSession } from '../context/session.ts';
import { useSite } from '../context/site.ts';
import { groupsQuery } from '../device-groups/requests.ts';

const withins = [7, 14, 60, 90] as const;

/** How far to look ahead; a month when nothing is chosen. */
export function useWithin() {
  const t = useTranslations('toner.list');
  return {
    field: 'within',
    label: t('within'),
    any: t('days', { count: 30 }),
    options: withins.map((count) => ({ value: String(count), label: t('days', { count }) })),
  };
}

export function useGroups(organization: string) {
  const t = useTranslations('toner.list');
  const { permissions } = useSession();
  const { data } = useQuery({ ...groupsQuery(organization), enabled: permissions.includes('counters:read') });
  return {
    field: 'group',
    label: t('group'),
    any: t('anyGroup'),
    options: [
      { value: 'none', label: t('noGroup') },
      ...(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
    ],
  };
}

/** What the list can be cut down to. */
export function useChoices(organization: string) {
  const t = useTranslations('toner');
  const used = new Set(useSite().capabilities.toner?.supplies.map(({ colour }) => colour));
  return [
    {
      field: 'state',
      label: t('list.state'),
      any: t('list.all'),
      options: (['low', 'soon'] as const).map((one) => ({ value: one, label: t(`list.${one}`) })),
    },
    useWithin(),
    {
      field: 'colour',
      label: t('list.colour'),
      any: t('list.anyColour'),
      options: supplyColours.filter((one) => used.has(one)).map((one) => ({ value: one, label: t(`colours.${one}`) })),
    },
    useGroups(organization),
    {
      field: 'manager',
      label: t('list.manager'),
      any: t('list.anyManager'),
      options: [{ value: 'none', label: t('list.withoutManager') }],
    },
  ];
}
