import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { DataTable, type Column } from '../../ui/data-table/data-table.tsx';
import { Card, Stack } from '../../ui/layout.tsx';
import styles from './forecast.module.css';
import type { ForecastMonth } from './requests.ts';

type Props = {
  months: readonly ForecastMonth[];
  /** The month that the list below shows alone. */
  chosen: string | null;
  onChoose: (month: string | null) => void;
};

const devicesOf = ({ counts: { open, planned, waiting, renewed, declined } }: ForecastMonth) =>
  open + planned + waiting + renewed + declined;
const followedOf = ({ counts: { planned, waiting, renewed } }: ForecastMonth) => planned + waiting + renewed;

/** What runs out by month, in one sentence and as a table of the months that have something (L-11). */
export function Forecast({ months, chosen, onChoose }: Props) {
  const t = useTranslations('licence-assign.renewals');
  const month = useMonth();
  const sum = (of: (one: ForecastMonth) => number) => months.reduce((all, one) => all + of(one), 0);
  const [from, until] = [months[0]?.month ?? '', months.at(-1)?.month ?? ''];
  const filled = months.filter((one) => devicesOf(one) + one.counts.unused > 0);
  const columns: Column<ForecastMonth>[] = [
    {
      key: 'month',
      title: t('month'),
      nowrap: true,
      cell: (row) => (
        <Button
          kind="secondary"
          compact
          aria-pressed={row.month === chosen}
          onClick={() => onChoose(row.month === chosen ? null : row.month)}
        >
          <span className={styles['month']}>{month(row.month)}</span>
        </Button>
      ),
    },
    { key: 'total', title: t('total'), numeric: true, cell: devicesOf },
    { key: 'follows', title: t('follows'), numeric: true, wideOnly: true, cell: followedOf },
    { key: 'open', title: t('states.open'), numeric: true, cell: ({ counts }) => counts.open },
    {
      key: 'declined',
      title: t('states.declined'),
      numeric: true,
      wideOnly: true,
      cell: ({ counts }) => counts.declined,
    },
    { key: 'unused', title: t('states.unused'), numeric: true, wideOnly: true, cell: ({ counts }) => counts.unused },
  ];
  return (
    <Card labelledBy="renewal-forecast">
      <Stack gap="small">
        <h2 id="renewal-forecast">{t('forecast')}</h2>
        <p>
          {t('forecastSentence', {
            total: sum(devicesOf),
            open: String(sum(({ counts }) => counts.open)),
            from: month(from),
            until: month(until),
          })}
        </p>
        {filled.length > 0 && (
          <DataTable name={t('forecastName')} columns={columns} rows={filled} rowKey={(row) => row.month} dense />
        )}
        {chosen !== null && (
          <div>
            <Button kind="secondary" compact onClick={() => onChoose(null)}>
              {t('anyMonth')}
            </Button>
          </div>
        )}
      </Stack>
    </Card>
  );
}

/** A month as `2027-12` in words. */
function useMonth(): (month: string) => string {
  const format = useFormatter();
  return (month) =>
    month === ''
      ? ''
      : format.dateTime(new Date(`${month}-01T00:00:00Z`), { year: 'numeric', month: 'short', timeZone: 'UTC' });
}
