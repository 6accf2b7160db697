import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useCivilDate, useLongDay } from '../../context/dates.ts';
import { useSession } from '../../context/session.ts';
import { useSite } from '../../context/site.ts';
import { Code } from '../../ui/code.tsx';
import { Card, Stack } from '../../ui/layout.tsx';
import { SummaryList, type SummaryEntry } from '../../ui/summary-list.tsx';
import { hasClub } from '../has-club.ts';
import { ModelName } from '../model-name.tsx';
import { useNoun, useTypeName } from '../options.ts';
import type { Device } from '../requests.ts';

type Props = { organization: string; device: Device };

/** What nobody changes here: which device it is, its warranty, and what it is used with. */
export function DeviceFacts({ organization, device }: Props) {
  const t = useTranslations('devices');
  const noun = useNoun();
  const date = useCivilDate();
  const day = useLongDay();
  const typeName = useTypeName();
  const ui = useTranslations('ui');
  const seesAll = useSession().organization.kind === 'maker';
  const site = useSite();
  const { registeredTo, attached } = device;
  const warranty = useWarranty();
  const entries: SummaryEntry[] = [
    { name: t('fields.serial'), value: <Code>{device.serial}</Code> },
    { name: t('fields.model'), value: <ModelName model={device.model} /> },
    { name: t('fields.type'), value: typeName(device.type) },
    ...(seesAll ? [{ name: t('fields.organization'), value: device.organization.name }] : []),
    { name: t('fields.warrantyUntil'), value: warranty(device) },
    ...(hasClub(site)
      ? [{ name: t('fields.club'), value: t(device.club ? 'detail.inClub' : 'detail.notInClub') }]
      : []),
    { name: t('fields.registeredAt'), value: day(device.registeredAt) },
    { name: t('fields.shippedOn'), value: device.shippedOn ? date(device.shippedOn) : ui('none') },
    { name: t('fields.endedOn'), value: device.endedOn ? date(device.endedOn) : t('detail.inUse') },
    ...(registeredTo
      ? [{ name: t('detail.registeredTo'), value: <Relatives organization={organization} some={[registeredTo]} /> }]
      : []),
    ...(attached.length > 0
      ? [{ name: t('detail.attached'), value: <Relatives organization={organization} some={attached} /> }]
      : []),
  ];
  return (
    <Card labelledBy="device-facts">
      <Stack>
        <h2 id="device-facts">{t('detail.device', noun)}</h2>
        <SummaryList entries={entries} />
      </Stack>
    </Card>
  );
}

/** Until when, and how it stands today; or why nothing is shown. */
function useWarranty(): (device: Pick<Device, 'warranty' | 'warrantyUntil' | 'warrantyMonths'>) => string {
  const t = useTranslations('devices.detail');
  const date = useCivilDate();
  return ({ warranty, warrantyUntil, warrantyMonths }) => {
    if (!warrantyUntil) return t(warrantyMonths === null ? 'withoutWarranty' : 'noWarranty');
    return t(warranty === 'over' ? 'over' : 'running', { until: date(warrantyUntil) });
  };
}

type RelativesProps = { organization: string; some: readonly { id: string; serial: string; model: string }[] };

function Relatives({ organization, some }: RelativesProps) {
  return some.map(({ id, serial, model }) => (
    <div key={id}>
      <Link to="/o/$organization/devices/$device" params={{ organization, device: id }}>
        <Code>{serial}</Code>
      </Link>{' '}
      <ModelName model={model} />
    </div>
  ));
}
