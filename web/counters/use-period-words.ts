import { useFormatter, useLocale } from 'use-intl';

type Words = (period: string) => string;

/** A month or a day in words: `short` for headings, `long` with the year where it stands alone. */
export function usePeriodWords(): { short: Words; long: Words } {
  const format = useFormatter();
  const locale = useLocale();
  const at = (period: string) => new Date(`${period.length === 7 ? `${period}-01` : period}T00:00:00Z`);
  const utc = { timeZone: 'UTC' } as const;
  const month = locale === 'ja' ? '2-digit' : 'short';
  return {
    short: (period) =>
      period.length === 7
        ? format.dateTime(at(period), { ...utc, year: 'numeric', month })
        : format.dateTime(at(period), { ...utc, month: 'short', day: 'numeric', weekday: 'short' }),
    long: (period) =>
      period.length === 7
        ? format.dateTime(at(period), { ...utc, year: 'numeric', month: 'long' })
        : format.dateTime(at(period), { ...utc, dateStyle: 'long' }),
  };
}
