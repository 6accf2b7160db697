import { civilDay } from '../../../domain/site/civil-day.ts';
import { minutesMs } from '../../kernel/clock.ts';

/** Every zone of the world begins its days on a quarter of an hour. */
const slotMs = 15 * minutesMs;
const slotsMax = 50_000;
const days = new Map<string, string>();

/** The civil day of a sample; asked once for each message, so that quarters of an hour are remembered. */
export function dayOf(timeMs: number, timeZone: string): string {
  const slot = Math.floor(timeMs / slotMs);
  const key = `${timeZone} ${slot}`;
  const known = days.get(key);
  if (known) return known;
  if (days.size >= slotsMax) days.clear();
  const day = civilDay(new Date(slot * slotMs), timeZone);
  days.set(key, day);
  return day;
}
