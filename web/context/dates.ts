import { useFormatter, useTranslations } from 'use-intl';

/** An instant in the reader's own zone and language. */
export function useInstant(): (iso: string) => string {
  const format = useFormatter();
  return (iso) => format.dateTime(new Date(iso), { dateStyle: 'medium', timeStyle: 'short' });
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * An instant until which something is good. Midnight is told as the end of the day before: "until 30 November, 0:00" would be read
 * as a day that is good as well.
 */
export function useDeadline(): (iso: string) => string {
  const t = useTranslations('ui');
  const format = useFormatter();
  const instant = useInstant();
  return (iso) => {
    const time = format.dateTime(new Date(iso), {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    if (time !== '00:00:00') return instant(iso);
    const lastDay = format.dateTime(new Date(Date.parse(iso) - dayMs / 2), { dateStyle: 'medium' });
    return t('endOf', { day: lastDay });
  };
}

/** The day of an instant. */
export function useDay(): (iso: string) => string {
  const format = useFormatter();
  return (iso) => format.dateTime(new Date(iso), { dateStyle: 'medium' });
}

/** The day of an instant, written as civil dates are. */
export function useLongDay(): (iso: string) => string {
  const format = useFormatter();
  return (iso) => format.dateTime(new Date(iso), { dateStyle: 'long' });
}

/** A civil date (`2026-11-01`), which is the same day for every reader. */
export function useCivilDate(dateStyle: 'long' | 'medium' = 'long'): (date: string) => string {
  const format = useFormatter();
  return (date) => format.dateTime(new Date(`${date}T00:00:00Z`), { dateStyle, timeZone: 'UTC' });
}

/** A month (`2026-11`), which is the same for every reader. */
export function useMonth(): (month: string) => string {
  const format = useFormatter();
  return (month) =>
    format.dateTime(new Date(`${month}-01T00:00:00Z`), { year: 'numeric', month: 'long', timeZone: 'UTC' });
}
