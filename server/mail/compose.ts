import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import type { Site } from '../kernel/app.ts';
import type { MailText } from './plan.ts';

type Values = Record<string, string | number | Date>;

/** An instant in a mail: day and time with the zone it is meant in. */
export function mailInstant(instant: Date, language: Language, timeZone: string): string {
  return (
    new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'long', timeStyle: 'short' }).format(instant) +
    ` (${timeZone})`
  );
}

const dayMs = 24 * 60 * 60 * 1000;
/** Values until which something is good. */
const deadlines = ['expires', 'until'];

/** As `mailInstant`, but midnight is told as the end of the day before: as "0:00" it would be read as a day that is good as well. */
function mailDeadline(instant: Date, language: Language, timeZone: string): string {
  const time = new Intl.DateTimeFormat('en', { timeZone, timeStyle: 'medium', hourCycle: 'h23' }).format(instant);
  if (time !== '00:00:00') return mailInstant(instant, language, timeZone);
  const lastDay = new Date(instant.getTime() - dayMs / 2);
  const day = new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'long' }).format(lastDay);
  return `${translatorFor(language, 'mail')('endOf', { day })} (${timeZone})`;
}

/**
 * A mail from the catalogue: its subject with the site's name before it, its text, and below it who sent it, whom to ask
 * and that the sender cannot be answered. `sheets` as of `translatorFor`.
 */
export function composeMail(
  site: Site,
  language: Language,
  template: string,
  values: Values,
  { sheets = true }: { sheets?: boolean } = {},
): MailText {
  const say = translatorFor(language, 'mail', { timeZone: site.timeZone, sheets });
  const tell = (key: string) => (deadlines.includes(key) ? mailDeadline : mailInstant);
  const shown = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      value instanceof Date ? tell(key)(value, language, site.timeZone) : value,
    ]),
  );
  const siteName = site.name[language];
  const subject = oneLine(`[${siteName}] ${say(`${template}.subject`, shown)}`);
  const foot = say('foot', {
    site: siteName,
    address: site.address,
    contact: site.contact.text[language],
    mail: site.contact.mail,
  });
  return { subject, text: `${say(`${template}.text`, { ...shown, site: siteName })}\n\n${foot}\n` };
}

/** A header is one line, whatever people typed. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
