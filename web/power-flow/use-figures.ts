import { useFormatter, useTranslations } from 'use-intl';

export type Figures = {
  /** Out of W, with one decimal place (details.md E-06); "-" where nothing is known. */
  power: (watts: number | null) => string;
  /** Out of Wh. */
  energy: (wh: number | null) => string;
  percent: (value: number | null) => string;
};

export function useFigures(): Figures {
  const t = useTranslations('power-flow');
  const format = useFormatter();
  const one = (thousandth: number) =>
    format.number(thousandth / 1_000, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const or = (value: number | null, say: (known: number) => string) => (value === null ? t('unknown') : say(value));
  return {
    power: (watts) => or(watts, (known) => t('kilowatts', { value: one(known) })),
    energy: (wh) => or(wh, (known) => t('kilowattHours', { value: one(known) })),
    percent: (value) =>
      or(value, (known) => t('percent', { value: format.number(known, { maximumFractionDigits: 0 }) })),
  };
}
