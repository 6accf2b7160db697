const formats = new Map<string, Intl.DateTimeFormat>();

/** The civil date of an instant in a time zone, as `2026-11-01`. */
export function civilDay(instant: Date, timeZone: string): string {
  return formatOf(timeZone).format(instant);
}

/** One for each zone that a site names: making it costs a hundred times what using it does. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, made);
  return made;
}
