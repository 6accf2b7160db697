import { licenceOptions } from '../../domain/site/capabilities.ts';
import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import type { Site } from '../kernel/app.ts';

const monthsOfYear = 12;

/** A type of licences as people see it; one that the site's data no longer name keeps its code. */
export function typeWord(site: Site, type: string, language: Language): string {
  return licenceOptions(site).types.find(({ id }) => id === type)?.name[language] ?? type;
}

/** A term as a mail says it: years where it is whole ones. */
export function termWord(months: number, language: Language): string {
  const say = translatorFor(language, 'mail');
  return months % monthsOfYear === 0
    ? say('assignment-words.years', { count: months / monthsOfYear })
    : say('assignment-words.months', { count: months });
}

/** A civil day as a mail says it. */
export function dayWord(day: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
