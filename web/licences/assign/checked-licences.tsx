import { useTranslations } from 'use-intl';
import { useCivilDate } from '../../context/dates.ts';
import { DataTable, type Column } from '../../ui/data-table/data-table.tsx';
import { Card, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useLineWords } from '../options.ts';
import type { CheckedLine } from './requests.ts';

type Camera = CheckedLine['cameras'][number] & { today: boolean };

/** The licences with their dates, the devices that they will renew, and what assigning them now loses or wins (L-06). */
export function CheckedLicences({ lines }: { lines: readonly CheckedLine[] }) {
  const t = useTranslations('licence-assign.check');
  const words = useTranslations('licences');
  const lineWords = useLineWords();
  const date = useCivilDate();
  const columns = useColumns();
  const cameras = lines.flatMap((line) =>
    line.cameras.map((camera) => ({ ...camera, today: camera.bestDay <= line.assignedOn })),
  );
  const waiting = lines.reduce((sum, line) => sum + line.waiting, 0);
  return (
    <>
      <Card labelledBy="checked-licences">
        <Stack>
          <h2 id="checked-licences">{t('licences')}</h2>
          <SummaryList
            entries={lines.map((line) => ({
              name: lineWords(line),
              value: (
                <Stack gap="small">
                  <strong>{words('pieces', { count: line.quantity })}</strong>
                  <span>{t('free', { assignedOn: date(line.assignedOn), freeUntil: date(line.freeUntil) })}</span>
                  <span>{t('dates', { paidFrom: date(line.paidFrom), lastDay: date(line.lastDay) })}</span>
                </Stack>
              ),
            }))}
          />
          {waiting > 0 && <Notice>{t('waiting', { count: waiting })}</Notice>}
        </Stack>
      </Card>
      {cameras.length > 0 && (
        <Card labelledBy="checked-cameras">
          <Stack>
            <h2 id="checked-cameras">{t('renewing')}</h2>
            <p>{t('renewingText')}</p>
            <DataTable
              name={t('renewing')}
              columns={columns}
              rows={cameras}
              rowKey={({ device, lastDay }) => `${device} ${lastDay}`}
              stack
            />
          </Stack>
        </Card>
      )}
    </>
  );
}

function useColumns(): Column<Camera>[] {
  const t = useTranslations('licence-assign.check');
  const date = useCivilDate('medium');
  const effect = ({ lostDays, wonDays }: Camera) => {
    if (lostDays > 0) return <strong>{t('lost', { count: lostDays })}</strong>;
    return wonDays > 0 ? t('won', { count: wonDays }) : t('even');
  };
  return [
    { key: 'device', title: t('device'), nowrap: true, cell: ({ serial }) => serial },
    { key: 'lastDay', title: t('lastDay'), nowrap: true, cell: ({ lastDay }) => date(lastDay) },
    { key: 'effect', title: t('effect'), nowrap: true, cell: effect },
    { key: 'best', title: t('best'), nowrap: true, cell: ({ bestDay, today }) => (today ? t('today') : date(bestDay)) },
  ];
}
