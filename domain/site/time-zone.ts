import { z } from 'zod';

/** Whether a text names a time zone by its IANA name. */
export function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return /^[A-Za-z]/.test(text);
  } catch {
    return false;
  }
}

export const timeZoneSchema = z.string().refine(isTimeZone, 'an IANA time zone such as Asia/Tokyo');
