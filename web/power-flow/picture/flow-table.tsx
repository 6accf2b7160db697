import { useTranslations } from 'use-intl';
import { useFigures } from '../use-figures.ts';
import type { Picture } from '../use-picture.ts';
import styles from './flow-table.module.css';

/** The picture in figures, with what flowed today. */
export function FlowTable({ data, still }: { data: Picture; still: boolean }) {
  const t = useTranslations('power-flow');
  const { power, energy } = useFigures();
  const now = (watts: number | null) => power(still ? null : watts);
  const rows = [
    ...data.meters.map(({ name, watts, todayWh }) => ({ name: t(`names.${name}`), now: now(watts), today: todayWh })),
    ...data.stores.flatMap(({ name, watts, chargePercent, chargedTodayWh, dischargedTodayWh }) => {
      // Many a gateway has no such thing and never says anything of it.
      if (watts === null && chargePercent === null && chargedTodayWh === null) return [];
      const [charging, discharging] = [Math.max(watts ?? 0, 0), Math.max(-(watts ?? 0), 0)];
      return [
        {
          name: t('table.charged', { name: t(`names.${name}`) }),
          now: now(watts === null ? null : charging),
          today: chargedTodayWh,
        },
        {
          name: t('table.discharged', { name: t(`names.${name}`) }),
          now: now(watts === null ? null : discharging),
          today: dischargedTodayWh,
        },
      ];
    }),
  ];
  return (
    <table className={styles['table']}>
      <caption>{t('table.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('table.flow')}</th>
          <th scope="col">{t('table.now')}</th>
          <th scope="col">{t('table.today')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            <td>{row.now}</td>
            <td>{energy(row.today)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
