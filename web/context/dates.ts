import { useFormatter } from 'use-intl';

/** An instant in the reader's own zone and language. */
export function useInstant(): (iso: string) => string {
  const format = useFormatter();
  return (iso) => format.dateTime(new Date(iso), { dateStyle: 'medium', timeStyle: 'short' });
}

/** The day of an instant. */
export function useDay(): (iso: string) => string {
  const format = useFormatter();
  return (iso) => format.dateTime(new Date(iso), { dateStyle: 'medium' });
}

/** A civil date (`2026-11-01`), which is the same day for every reader. */
export function useCivilDate(): (date: string) => string {
  const format = useFormatter();
  return (date) => format.dateTime(new Date(`${date}T00:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' });
}
