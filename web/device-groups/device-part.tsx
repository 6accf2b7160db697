import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isChangedMeanwhile, refusedAt } from '../api/problem.ts';
import { siteId } from '../context/address.ts';
import { useSession } from '../context/session.ts';
import { Button } from '../ui/button.tsx';
import { FormCard } from '../ui/form/form-card.tsx';
import { SelectField } from '../ui/form/select-field.tsx';
import { useForm } from '../ui/form/use-form.ts';
import { Card, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { useAction } from '../ui/use-action.ts';
import {
  chooseGroup,
  groupOfDeviceQuery,
  groupsKey,
  groupsQuery,
  type GroupOfDevice,
  type Groups,
} from './requests.ts';

type Told = 'saved' | 'meanwhile' | null;

/** The group of a device: chosen here, saved or left as it is (C-03). Nothing for whose device it is not. */
export function Part({ organization, device }: { organization: string; device: string }) {
  const t = useTranslations('device-groups.device');
  const { permissions } = useSession();
  const { data: groups } = useQuery(groupsQuery(organization));
  const { data: own, refetch } = useQuery(groupOfDeviceQuery(organization, device));
  const [told, setTold] = useState<Told>(null);
  if (!groups || !own) return null;
  if (permissions.includes('device-groups:change') && groups.items.length > 0)
    return (
      <Choice
        key={own.version}
        organization={organization}
        device={device}
        groups={groups}
        own={own}
        refresh={refetch}
        told={told}
        onTold={setTold}
      />
    );
  return (
    <Card labelledBy="device-group">
      <Stack>
        <h2 id="device-group">{t('title')}</h2>
        <p>{groups.items.find(({ id }) => id === own.group)?.name ?? t('none')}</p>
        {permissions.includes('device-groups:change') && (
          <p>
            <Link to="/o/$organization/device-groups" params={{ organization }}>
              {t('toGroups')}
            </Link>
          </p>
        )}
      </Stack>
    </Card>
  );
}

type Props = {
  organization: string;
  device: string;
  groups: Groups;
  own: GroupOfDevice;
  refresh: () => Promise<unknown>;
  told: Told;
  onTold: (told: Told) => void;
};

function Choice({ organization, device, groups, own, refresh, told, onTold }: Props) {
  const t = useTranslations('device-groups.device');
  const client = useQueryClient();
  const form = useForm({ group: own.group ?? '' });
  const { busy, problem, run } = useAction();
  async function save(): Promise<void> {
    await chooseGroup(organization, device, own.version, form.values.group || null);
    onTold('saved');
    await client.invalidateQueries({ queryKey: groupsKey });
    await client.invalidateQueries({ queryKey: ['devices', siteId], refetchType: 'none' });
  }
  function explain(refused: unknown): boolean {
    void client.invalidateQueries({ queryKey: groupsKey });
    if (isChangedMeanwhile(refused)) {
      void refresh().then(() => onTold('meanwhile'));
      return true;
    }
    const text = refusedAt(refused, '/group');
    return text !== '' && !form.show([{ field: 'group', label: t('title'), text }]);
  }
  return (
    <FormCard
      form={form}
      onSubmit={() => {
        onTold(null);
        if (form.show([])) void run(save, explain);
      }}
      problem={problem}
      submit={
        <Button type="submit" kind="secondary" busy={busy}>
          {t('save')}
        </Button>
      }
      beside={
        form.values.group !== (own.group ?? '') && (
          <Button kind="quiet" onClick={() => form.set('group', own.group ?? '')}>
            {t('cancel')}
          </Button>
        )
      }
    >
      <h2>{t('title')}</h2>
      <div role="status">{told && <Notice kind={told === 'saved' ? 'success' : 'warning'}>{t(told)}</Notice>}</div>
      <SelectField
        id={form.idOf('group')}
        label={t('group')}
        support={t('help')}
        fault={form.faultOf('group')}
        width="medium"
        value={form.values.group}
        onChange={(value) => form.set('group', value)}
        options={[{ value: '', label: t('none') }, ...groups.items.map(({ id, name }) => ({ value: id, label: name }))]}
      />
    </FormCard>
  );
}
