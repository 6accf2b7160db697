import type { Language } from './languages.ts';

/** What the zone is called, e.g. 日本標準時 or Japan Standard Time; by its offset where it has no name. */
export function zoneName(instant: Date, language: Language, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'long' }).formatToParts(instant);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** An instant as people read it, with its day of the week: `2026年12月1日(火) 22:00`. */
export function instantText(instant: Date, language: Language, timeZone: string): string {
  return `${dayText(instant, language, timeZone)} ${hourText(instant, language, timeZone)}`;
}

/** From–to with the zone named, the day written once when it is one: for those who plan around it (P-04). */
export function periodText(period: { startsAt: Date; endsAt: Date }, language: Language, timeZone: string): string {
  const { startsAt, endsAt } = period;
  const oneDay = dayText(startsAt, language, timeZone) === dayText(endsAt, language, timeZone);
  const end = oneDay ? hourText(endsAt, language, timeZone) : instantText(endsAt, language, timeZone);
  const zone = zoneName(startsAt, language, timeZone);
  const start = instantText(startsAt, language, timeZone);
  return language === 'ja' ? `${start} 〜 ${end}（${zone}）` : `${start} – ${end} (${zone})`;
}

function dayText(instant: Date, language: Language, timeZone: string): string {
  const options = { timeZone, year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' } as const;
  return new Intl.DateTimeFormat(language, options).format(instant);
}

function hourText(instant: Date, language: Language, timeZone: string): string {
  const options = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(language, options).format(instant);
}
