import { useFormatter } from 'use-intl';

/** An instant in the reader's own zone and language. */
export function useInstant(): (iso: string) => string {
  const format = useFormatter();
  return (iso) =>
    format.dateTime(new Date(iso), {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
}

/** The day of an instant. */
export function useDay(): (iso: string) => string {
  const format = useFormatter();
  return (iso) => format.dateTime(new Date(iso), { year: 'numeric', month: '2-digit', day: '2-digit' });
}

/** A civil date (`2026-11-01`), which is the same day for every reader. */
export function useCivilDate(): (date: string) => string {
  const format = useFormatter();
  return (date) => format.dateTime(new Date(`${date}T00:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' });
}
