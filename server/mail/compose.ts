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

/**
 * A mail from the catalogue: its subject with the site's name before it, its text, and below it who sent it, whom to ask
 * and that the sender cannot be answered.
 */
export function composeMail(site: Site, language: Language, template: string, values: Values): MailText {
  const say = translatorFor(language, 'mail', site.timeZone);
  const shown = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      value instanceof Date ? mailInstant(value, language, site.timeZone) : value,
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
