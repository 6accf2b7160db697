import { UsageError } from './command.ts';

/** The value of a flag that is a whole number within these. @throws UsageError when it is none. */
export function wholeNumber(text: string, flag: string, min: number, max: number): number {
  const value = Number(text);
  if (!/^\d{1,6}$/.test(text) || value < min || value > max)
    throw new UsageError(`${flag} is a whole number from ${min} to ${max}`);
  return value;
}
