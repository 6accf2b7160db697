export const languages = ["ja", "en"] as const;
export type Language = (typeof languages)[number];

/** A text in every language. */
export type Localised = Record<Language, string>;
