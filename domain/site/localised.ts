import { z } from 'zod';

/** A text of a site in every language (P-21); an empty or missing one stops the start. */
export function localisedSchema(charactersMax = 200) {
  const text = z.string().trim().min(1).max(charactersMax);
  return z.strictObject({ ja: text, en: text });
}
