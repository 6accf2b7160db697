import { countsSheets, headingWith, ownColumnsOf, totalUnitOf } from '../../domain/counters/own.ts';
import type { CounterPlace } from '../../domain/counters/places.ts';
import { deviceOptions } from '../../domain/site/capabilities.ts';
import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import type { Site } from '../kernel/app.ts';

/** What a column is called: by all sites alike, or in the words of the site's data. */
export function headingsOf(site: Site, language: Language): (place: CounterPlace) => string {
  const { models } = deviceOptions(site);
  const word = translatorFor(language, 'headings');
  const own = new Map<string, string>(
    ownColumnsOf(models).map(({ place, name, unit }) => [place, headingWith(name[language], unit, language)]),
  );
  const totalUnit = totalUnitOf(models);
  return (place) =>
    own.get(place) ?? headingWith(word(`counters.${place}`), place === 'total' ? totalUnit : null, language);
}

/** Whether what is counted at the site is spoken of as sheets and pages. */
export function speaksOfSheets(site: Site): boolean {
  return countsSheets(deviceOptions(site).models);
}
