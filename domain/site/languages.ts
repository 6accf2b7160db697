export const languages = ['ja', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text in every language. */
export type Localised = Record<Language, string>;

const headerCharactersMax = 1_000;

/**
 * The language to answer in (RFC 9110, 12.5.4): of those the platform speaks the one with the highest weight, the first named
 * when weights are equal.
 * @returns `fallback` when the header names none of them.
 */
export function acceptedLanguage(header: string, fallback: Language = 'ja'): Language {
  let best: Language = fallback;
  let bestWeight = 0;
  for (const part of header.slice(0, headerCharactersMax).split(',')) {
    const [range = '', ...parameters] = part.split(';').map((one) => one.trim().toLowerCase());
    const quality = parameters.find((one) => one.startsWith('q='));
    const weight = quality === undefined ? 1 : Number(quality.slice(2));
    const language = languages.find((one) => range === one || range.startsWith(`${one}-`));
    if (language && weight <= 1 && weight > bestWeight) [best, bestWeight] = [language, weight];
  }
  return best;
}
