import { translatorFor } from '../../../domain/texts/translator.ts';
import { acceptedLanguage, type Language } from '../../../domain/site/languages.ts';
import { isProblem, type Problem } from './problem.ts';
import type { Reply } from './route.ts';

/** The first language of an Accept-Language header that the platform speaks. */
export function languageOf(header: string | null): Language {
  return acceptedLanguage(header ?? '');
}

const privateHeaders = { 'cache-control': 'no-store' };

/** An answer that is whole, before it leaves. */
export type Written = { status: number; headers: Record<string, string>; text: string | null };

/** Turns what a use case said into an HTTP answer; a problem gets its words in the reader's language. */
export function write(reply: Reply<unknown> | Problem, language: Language, requestId: string): Written {
  if (isProblem(reply)) return writeProblem(reply, language, requestId);
  const { status } = reply;
  if (status === 204) return { status, headers: { ...privateHeaders, ...reply.headers }, text: null };
  const headers = { 'content-type': 'application/json', ...privateHeaders, ...reply.headers };
  return { status, headers, text: JSON.stringify(reply.body) };
}

export function writeProblem(problem: Problem, language: Language, requestId: string): Written {
  const say = translatorFor(language, 'problems');
  const body = {
    type: `/problems/${problem.code}`,
    title: say(problem.code, problem.params),
    status: problem.status,
    requestId,
    ...(problem.params && { params: problem.params }),
    ...(problem.errors && {
      errors: problem.errors.map((fault) => ({ ...fault, title: say(fault.code, fault.params) })),
    }),
  };
  return {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': language,
      ...privateHeaders,
      ...(problem.retryAfterSeconds !== undefined && { 'retry-after': String(problem.retryAfterSeconds) }),
    },
    text: JSON.stringify(body),
  };
}
