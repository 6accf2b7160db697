/** Some of the texts of `T`, each where it stands there. */
export type Instead<T> = { [K in keyof T]?: T[K] extends string ? string : Instead<T[K]> };

/** The texts with those of `instead` in the places of theirs; what is not there stays. */
export function saidInstead<T extends object>(texts: T, instead: Instead<T>): T {
  const entries = Object.entries(texts).map(([key, text]: [string, unknown]) => {
    const other = (instead as Readonly<Record<string, unknown>>)[key];
    if (other === undefined) return [key, text];
    return [key, isTexts(text) && isTexts(other) ? saidInstead(text, other) : other];
  });
  return Object.fromEntries(entries) as T;
}

function isTexts(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
