import type { SignUpFieldName } from './sign-up.ts';
import type { SignUpValues } from './sign-up-form.ts';

/** A place of a Japanese postal code; an empty part is not known. */
export type PostalPlace = { prefecture: string; city: string; town: string; street: string };

const addressLines = ['address1', 'address2', 'address3', 'address4', 'address5'] as const;

/**
 * What a postal code's place puts into a form's address lines (P-18): with three and more lines prefecture, city and town;
 * with fewer they share. Lines below stay for house number and building.
 */
export function fillAddress(place: PostalPlace, fields: readonly SignUpFieldName[]): SignUpValues {
  const lines = addressLines.filter((line) => fields.includes(line));
  const { prefecture, city, town, street } = place;
  const end = town + street;
  const parts =
    lines.length >= 3
      ? [prefecture, city, end]
      : lines.length === 2
        ? [prefecture + city, end]
        : [prefecture + city + end];
  return Object.fromEntries(lines.slice(0, parts.length).map((line, at) => [line, parts[at] ?? '']));
}

/** Whether filling in would overwrite something that was typed; what is the same already overwrites nothing. */
export function wouldOverwrite(
  values: Readonly<Record<string, unknown>>,
  filled: Readonly<Partial<Record<string, string | boolean>>>,
): boolean {
  return Object.entries(filled).some(([name, next]) => {
    const typed = values[name];
    return typeof typed === 'string' && typed.trim() !== '' && typed !== next;
  });
}
