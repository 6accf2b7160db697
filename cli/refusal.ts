import problems from '../domain/texts/en/problems.ts';
import { translatorFor } from '../domain/texts/translator.ts';
import type { Refusal } from '../domain/verdict.ts';

/** The sentence of a refusal's code, which belongs to one of these capabilities. */
export function refusalSentence({ code, params }: Refusal, capabilities: (keyof typeof problems)[]): string {
  const capability = capabilities.find((name) => code in problems[name]);
  return capability ? translatorFor('en', 'problems')(`${capability}/${code}`, params) : code;
}
