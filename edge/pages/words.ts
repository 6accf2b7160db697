import { acceptedLanguage, type Language } from '../../domain/site/languages.ts';

/** Says a text of a device's pages in one language; `{name}` in it is filled from the parameters. */
export type Say<K extends string> = (key: K, params?: Record<string, string | number>) => string;

export function speaker<K extends string>(catalogue: Record<K, string>): Say<K> {
  return (key, params = {}) =>
    catalogue[key].replaceAll(/\{(\w+)\}/g, (hole, name: string) => String(params[name] ?? hole));
}

/** The language of a request: asked for in the address, else chosen before (cookie), else the browser's. */
export function chooseLanguage(asked: string | null, kept: string | undefined, header: string | undefined): Language {
  for (const wish of [asked, kept]) if (wish === 'ja' || wish === 'en') return wish;
  return acceptedLanguage(header ?? '');
}
