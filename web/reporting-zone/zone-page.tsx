import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isChangedMeanwhile, refusedAt } from '../api/problem.ts';
import { useInstant } from '../context/dates.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { Button } from '../ui/button.tsx';
import { FormCard } from '../ui/form/form-card.tsx';
import { SelectField } from '../ui/form/select-field.tsx';
import { useForm } from '../ui/form/use-form.ts';
import { Card, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { useAction } from '../ui/use-action.ts';
import { changeZone, zoneQuery, type Zone } from './requests.ts';

type Told = 'saved' | 'meanwhile' | null;

/** The time zone in which days and months are cut; another one holds from the next midnight on (P-34). */
export function Page() {
  const t = useTranslations('reporting-zone');
  const instant = useInstant();
  const { organization = '' } = useParams({ strict: false });
  const { permissions } = useSession();
  const { data: zone, refetch } = useSuspenseQuery(zoneQuery(organization));
  const [told, setTold] = useState<Told>(null);
  const { timeZone, next, siteZone } = zone;
  return (
    <PageFrame title={t('title')} lead={t('lead')} width="reading">
      <Card labelledBy="zone-now">
        <Stack gap="small">
          <h2 id="zone-now">{t('now')}</h2>
          <p>{timeZone === siteZone ? t('usual', { timeZone }) : timeZone}</p>
          {next && <p>{t('next', { timeZone: next.timeZone, from: instant(next.from) })}</p>}
        </Stack>
      </Card>
      {permissions.includes('organization:change') ? (
        <Choice
          key={zone.version}
          organization={organization}
          zone={zone}
          refresh={refetch}
          told={told}
          onTold={setTold}
        />
      ) : (
        <p>{t('notYours')}</p>
      )}
    </PageFrame>
  );
}

type Props = {
  organization: string;
  zone: Zone;
  refresh: () => Promise<unknown>;
  told: Told;
  onTold: (told: Told) => void;
};

function Choice({ organization, zone, refresh, told, onTold }: Props) {
  const t = useTranslations('reporting-zone');
  const client = useQueryClient();
  const chosen = (zone.next ?? zone).timeZone;
  const form = useForm({ timeZone: chosen });
  const { busy, problem, run } = useAction();
  const all = new Set([chosen, zone.siteZone, 'UTC', ...Intl.supportedValuesOf('timeZone')]);
  async function save(): Promise<void> {
    await changeZone(organization, zone.version, form.values.timeZone);
    onTold('saved');
    await refresh();
    await client.invalidateQueries({ queryKey: ['counters'], refetchType: 'none' });
  }
  function explain(refused: unknown): boolean {
    if (isChangedMeanwhile(refused)) {
      void refresh().then(() => onTold('meanwhile'));
      return true;
    }
    const text = refusedAt(refused, '/timeZone');
    return text !== '' && !form.show([{ field: 'timeZone', label: t('field'), text }]);
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
        <Button type="submit" busy={busy}>
          {t('save')}
        </Button>
      }
    >
      <h2>{t('change')}</h2>
      <div role="status">{told && <Notice kind={told === 'saved' ? 'success' : 'warning'}>{t(told)}</Notice>}</div>
      <SelectField
        id={form.idOf('timeZone')}
        label={t('field')}
        required
        support={t('help')}
        fault={form.faultOf('timeZone')}
        value={form.values.timeZone}
        onChange={(value) => form.set('timeZone', value)}
        options={[...all].toSorted().map((one) => ({ value: one, label: one }))}
      />
    </FormCard>
  );
}
