import type { Language } from '../../domain/site/languages.ts';
import type { Site } from '../api/types.ts';

/** What people of a site call a device, as arguments of texts. */
export type Noun = { device: string; devices: string };

export function nounOf(site: Site, language: Language): Noun {
  const noun = site.capabilities.devices?.noun;
  return { device: noun?.one[language] ?? '', devices: noun?.many[language] ?? '' };
}
