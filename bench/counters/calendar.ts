const dayMs = 86_400_000;
const tokyoAheadMs = 9 * 3_600_000;

/** The civil day in Tokyo so many days from today: `2026-11-22`. */
export function dayOf(offset: number): string {
  return new Date(Date.now() + tokyoAheadMs + offset * dayMs).toISOString().slice(0, 10);
}

/** The month so many before that of the day before yesterday, up to which there are figures: `2026-11`. */
export function monthsBefore(count: number): string {
  const [year = 0, month = 0] = dayOf(-2).split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - count, 1)).toISOString().slice(0, 7);
}
