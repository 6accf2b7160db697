import type { Member } from './requests.ts';

function bare(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');
}

/** Whether a device has the text in one of the words that are shown of it; width, case and blanks are no difference. */
export function fitting({ name, serial, model, building, place }: Member, text: string): boolean {
  const wanted = bare(text);
  return [name, serial, model, building, place].some((word) => bare(word).includes(wanted));
}
