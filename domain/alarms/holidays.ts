/** Holidays of Japan that stand on a day of their own, by the Act on National Holidays as it stands since 2022. */
const fixed = ['01-01', '02-11', '02-23', '04-29', '05-03', '05-04', '05-05', '08-11', '11-03', '11-23'];
/** Those on the second or third Monday of a month. */
const mondays = [
  { month: 1, nth: 2 },
  { month: 7, nth: 3 },
  { month: 9, nth: 3 },
  { month: 10, nth: 2 },
] as const;

const dayMs = 86_400_000;
const sunday = 0;
const monday = 1;

/**
 * Whether a civil day (`2026-09-22`) is a holiday in Japan: a national holiday, the day made up for one on a Sunday, or the day between two of them. The
 * equinoxes are reckoned by the observatory's rule of thumb, which holds until 2099; the government names them each year.
 */
export function isJapaneseHoliday(day: string): boolean {
  if (isNational(day)) return true;
  const weekday = weekdayOf(day);
  if (weekday === sunday) return false;
  return isNational(move(day, -1)) && isNational(move(day, 1)) ? true : isMadeUp(day);
}

/** The first day after a holiday on a Sunday that is none itself. */
function isMadeUp(day: string): boolean {
  let before = move(day, -1);
  while (isNational(before)) {
    if (weekdayOf(before) === sunday) return true;
    before = move(before, -1);
  }
  return false;
}

function isNational(day: string): boolean {
  if (fixed.includes(day.slice(5))) return true;
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (month === 3) return date === equinox(year, 20.8431);
  if (month === 9 && date === equinox(year, 23.2488)) return true;
  return mondays.some((one) => one.month === month && date === nthMonday(year, month, one.nth));
}

function equinox(year: number, base: number): number {
  const since = year - 1980;
  return Math.floor(base + 0.242194 * since - Math.floor(since / 4));
}

function nthMonday(year: number, month: number, nth: number): number {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  return 1 + ((monday - first + 7) % 7) + (nth - 1) * 7;
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function move(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
