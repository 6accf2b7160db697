import type { Language } from '../../domain/site/languages.ts';

const cookieSeconds = 365 * 24 * 3600;

function isLanguage(text: string | null | undefined): text is Language {
  return text === 'ja' || text === 'en';
}

/** `?lang=` in the address, else what was kept, else what the browser prefers, else Japanese. */
export function chooseLanguage(search: string, cookies: string, preferred: readonly string[]): Language {
  const asked = new URLSearchParams(search).get('lang');
  if (isLanguage(asked)) return asked;
  const kept = /(?:^|; )language=([a-z]+)(?:;|$)/.exec(cookies)?.[1];
  if (isLanguage(kept)) return kept;
  return preferred.map((one) => one.slice(0, 2)).find(isLanguage) ?? 'ja';
}

/** Kept in a cookie, not in storage: the server's own pages and the first paint read it too. */
export function keepLanguage(language: Language): void {
  document.documentElement.lang = language;
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `language=${language}; path=/; max-age=${cookieSeconds}; samesite=lax${secure}`;
}

/** Reads the language at the start and takes `?lang=` out of the address, so that it holds once. */
export function startLanguage(): Language {
  const language = chooseLanguage(location.search, document.cookie, navigator.languages);
  keepLanguage(language);
  const address = new URL(location.href);
  if (address.searchParams.has('lang')) {
    address.searchParams.delete('lang');
    history.replaceState(history.state, '', address);
  }
  return language;
}
