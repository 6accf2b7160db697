import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useSiteWords } from '../../context/site.ts';
import { useOptions } from '../../devices/options.ts';
import type { Option } from '../../ui/form/select-field.tsx';
import { groupsQuery } from '../requests.ts';
import type { AskedKind } from './asked.ts';

/** The groups and kinds of devices that can be asked for, each with its words. */
export function useChoices(
  organization: string,
  { group, type }: Pick<AskedKind, 'group' | 'type'>,
): { groups: Option[]; types: Option[]; words: { group: string; type: string } } {
  const t = useTranslations('counters.question');
  const words = useSiteWords();
  const { data } = useQuery(groupsQuery(organization));
  const known = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const groups = [{ value: '', label: t('allGroups') }, { value: 'none', label: t('noGroup') }, ...known];
  // It was deleted meanwhile, or the address comes from somebody who has others.
  if (group !== null && !groups.some(({ value }) => value === group) && data)
    groups.push({ value: group, label: t('goneGroup') });
  const types = [
    { value: '', label: t('allTypes') },
    ...useOptions().types.map(({ id, name }) => ({ value: id, label: words(name) })),
  ];
  const labelOf = (options: Option[], value: string | null) =>
    options.find((one) => one.value === (value ?? ''))?.label ?? '…';
  return { groups, types, words: { group: labelOf(groups, group), type: labelOf(types, type) } };
}
