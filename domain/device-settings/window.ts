const written = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/;
export const dayMinutes = 24 * 60;

/** A daily span, in minutes after midnight where the device stands; it goes past midnight when it ends before it begins. */
export type DailyWindow = { fromMinute: number; untilMinute: number };

/** Reads a window as it goes over the wire, `23:00-05:00`; null for anything else. */
export function readWindow(text: string): DailyWindow | null {
  const [, ...parts] = written.exec(text) ?? [];
  const [fromHour, fromMinute, untilHour, untilMinute] = parts.map(Number);
  if (fromHour === undefined || fromMinute === undefined || untilHour === undefined || untilMinute === undefined)
    return null;
  return { fromMinute: fromHour * 60 + fromMinute, untilMinute: untilHour * 60 + untilMinute };
}

/** Whether a minute after midnight lies in a window; its end does not. */
export function isWithin({ fromMinute, untilMinute }: DailyWindow, minute: number): boolean {
  return fromMinute < untilMinute
    ? minute >= fromMinute && minute < untilMinute
    : minute >= fromMinute || minute < untilMinute;
}
