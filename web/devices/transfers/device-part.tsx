import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCivilDate, useDay } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { useSession } from '../../context/session.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useNoun } from '../options.ts';
import { stateQuery, withdrawReport, type DeviceState } from './requests.ts';
import { useAfterChange } from './use-after-change.ts';

type Props = { organization: string; device: string };

/** What runs about a device, and what can be begun: hand-over, exchange, end of use. */
export function Part({ organization, device }: Props) {
  const t = useTranslations('transfers.device');
  const noun = useNoun();
  const day = useDay();
  const { data: state, error, refetch } = useQuery(stateQuery(organization, device));
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!state) return <Loading />;
  const { transfer, endReport, replaces, may } = state;
  return (
    <Card labelledBy="device-acts">
      <Stack>
        <h2 id="device-acts">{t('title')}</h2>
        {replaces && <p>{t('replaces', { serial: replaces.serial, day: day(replaces.at) })}</p>}
        {transfer && <RunningTransfer organization={organization} transfer={transfer} />}
        {endReport && <Report organization={organization} device={device} report={endReport} />}
        {!transfer && !endReport && <p>{t('none', noun)}</p>}
        {may.length > 0 && (
          <Row print={false}>
            {may.map((act) => (
              <ButtonTo
                key={act}
                kind="secondary"
                to="/o/$organization/devices/$device/acts/$act"
                params={{ organization, device, act }}
              >
                {t(`acts.${act}`, noun)}
              </ButtonTo>
            ))}
          </Row>
        )}
      </Stack>
    </Card>
  );
}

type RunningProps = { organization: string; transfer: NonNullable<DeviceState['transfer']> };

function RunningTransfer({ organization, transfer: { id, state } }: RunningProps) {
  const t = useTranslations('transfers');
  return (
    <>
      <p>{t('device.transfer', { state: t(`states.${state}`) })}</p>
      <Row print={false}>
        <ButtonTo kind="secondary" to="/o/$organization/transfers/$transfer" params={{ organization, transfer: id }}>
          {t('device.toTransfer')}
        </ButtonTo>
      </Row>
    </>
  );
}

type ReportProps = Props & { report: NonNullable<DeviceState['endReport']> };

function Report({ organization, device, report }: ReportProps) {
  const t = useTranslations('transfers.device');
  const noun = useNoun();
  const date = useCivilDate();
  const { permissions } = useSession();
  const changed = useAfterChange();
  const { busy, problem, run } = useAction();
  const [asking, setAsking] = useState(false);
  const facts = { day: date(report.endedOn), reason: report.reason };
  if (permissions.includes('devices:manage'))
    return (
      <>
        <p>{t('endReportOperator', facts)}</p>
        <Row print={false}>
          <ButtonTo to="/o/$organization/devices/$device/acts/$act" params={{ organization, device, act: 'decide' }}>
            {t('decide')}
          </ButtonTo>
        </Row>
      </>
    );
  return (
    <>
      <p>{t('endReport', facts)}</p>
      <ErrorState problem={problem} />
      {permissions.includes('devices:change') && (
        <Row print={false}>
          <Button kind="secondary" onClick={() => setAsking(true)}>
            {t('withdrawReport')}
          </Button>
        </Row>
      )}
      <ConfirmDialog
        open={asking}
        title={t('withdrawReportTitle')}
        confirmLabel={t('withdrawReport')}
        busy={busy}
        onConfirm={() => {
          const withdrawn = run(() => withdrawReport({ organization, device }));
          void withdrawn.finally(() => setAsking(false)).then(changed);
        }}
        onCancel={() => setAsking(false)}
      >
        <p>{t('withdrawReportText', noun)}</p>
      </ConfirmDialog>
    </>
  );
}
