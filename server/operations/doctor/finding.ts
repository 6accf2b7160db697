/** `fault`: must be mended, or something does not work; `warning`: works, and is not as it should be. */
export type Level = 'ok' | 'warning' | 'fault';

/** What the doctor found about one thing; with anything but `ok` comes what to do. */
export type Finding = { about: string; level: Level; found: string; cure?: string };

export const ok = (about: string, found: string): Finding => ({ about, level: 'ok', found });
export const warning = (about: string, found: string, cure: string): Finding => ({
  about,
  level: 'warning',
  found,
  cure,
});
export const fault = (about: string, found: string, cure: string): Finding => ({ about, level: 'fault', found, cure });

/** What went wrong, in a word or two, without addresses or passwords. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}
