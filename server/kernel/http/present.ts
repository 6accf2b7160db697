import { translatorFor } from '../../../domain/texts/translator.ts';
import { acceptedLanguage, type Language } from '../../../domain/site/languages.ts';
import { isProblem, type Problem } from './problem.ts';
import type { Reply } from './route.ts';

/** The first language of an Accept-Language header that the platform speaks. */
export function languageOf(header: string | null): Language {
  return acceptedLanguage(header ?? '');
}

const privateHeaders = { 'cache-control': 'no-store' };

/** Turns what a use case said into an HTTP answer; a problem gets its words in the reader's language. */
export function present(reply: Reply<unknown> | Problem, language: Language, requestId: string): Response {
  if (isProblem(reply)) return presentProblem(reply, language, requestId);
  if (reply.status === 204)
    return new Response(null, { status: 204, headers: { ...privateHeaders, ...reply.headers } });
  return Response.json(reply.body, { status: reply.status, headers: { ...privateHeaders, ...reply.headers } });
}

export function presentProblem(problem: Problem, language: Language, requestId: string): Response {
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
  return new Response(JSON.stringify(body), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': language,
      ...privateHeaders,
      ...(problem.retryAfterSeconds !== undefined && { 'retry-after': String(problem.retryAfterSeconds) }),
    },
  });
}
