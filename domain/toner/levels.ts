/** How full a supply is, in per cent of a full one; null where there is no level. What cannot be is cut. */
export function shareOf(value: number | null, full: number): number | null {
  if (value === null) return null;
  return Math.min(100, Math.max(0, (value / full) * 100));
}
