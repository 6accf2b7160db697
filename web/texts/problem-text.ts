import { useTranslations } from 'use-intl';

type Params = Record<string, string | number>;
type Loose = ((key: string, params?: Params) => string) & { has: (key: string) => boolean };

/** The sentence of a code (`<capability>/<code>`) in the page's language: the same words that the server would send. */
export function useProblemText(): (code: string, params?: Params) => string {
  // Codes are data here, so their keys cannot be known to the compiler; a test holds that each code has its words.
  const t = useTranslations() as unknown as Loose;
  return (code, params) => {
    const key = `problems.${code.replaceAll('/', '.')}`;
    return t.has(key) ? t(key, params) : code;
  };
}
