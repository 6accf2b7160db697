import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { DeviceConditionProps } from '../context/descriptor.ts';
import { SelectField } from '../ui/form/select-field.tsx';
import { groupsQuery } from './requests.ts';

/** All devices, those in no group, or those of one (C-02). */
export function Condition({ organization, ...field }: DeviceConditionProps) {
  const t = useTranslations('device-groups.condition');
  const { data } = useSuspenseQuery(groupsQuery(organization));
  return (
    <SelectField
      plain
      {...field}
      options={[
        { value: '', label: t('all') },
        { value: 'none', label: t('none') },
        ...data.items.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
