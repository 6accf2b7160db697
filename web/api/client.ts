import createClient from 'openapi-fetch';
import { unattendedHeader } from '../../domain/live/messages.ts';
import { ApiProblem, readProblem, unreachable } from './problem.ts';
import type { paths } from './types.ts';

/** The one client of the web app: same origin, the page's language, problems as exceptions through `answer`. */
export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin' });

type Listener = (problem: ApiProblem) => void;
const refusalListeners = new Set<Listener>();
const answerListeners = new Set<(response: Response) => void>();

let isByItself = false;

/** What is asked for within `work` is asked by the page, not by somebody who is there: it does not keep the session open. */
export function byItself(work: () => void): void {
  isByItself = true;
  try {
    work();
  } finally {
    isByItself = false;
  }
}

api.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', document.documentElement.lang || 'ja');
    if (isByItself) request.headers.set(unattendedHeader, 'yes');
    return request;
  },
  onResponse({ request, response }) {
    if (request.headers.has(unattendedHeader)) return;
    for (const listener of answerListeners) listener(response);
  },
});

/** Told of every refusal, so that an ended session is noticed wherever it shows. */
export function onRefusal(listener: Listener): () => void {
  refusalListeners.add(listener);
  return () => refusalListeners.delete(listener);
}

/** Told of every answer: the server counts each request as activity. */
export function onAnswer(listener: (response: Response) => void): () => void {
  answerListeners.add(listener);
  return () => answerListeners.delete(listener);
}

type Exchange<T> = Promise<{ data?: T; error?: unknown; response: Response }>;

/** The data of a request; anything but success is thrown as an `ApiProblem`. */
export async function answer<T>(exchange: Exchange<T>): Promise<T> {
  const { data, error, response } = await exchange.catch((reason: unknown) => {
    throw reason instanceof TypeError ? unreachable() : reason;
  });
  if (response.ok) return data as T;
  const problem = readProblem(error, response);
  for (const listener of refusalListeners) listener(problem);
  throw problem;
}

/** The same with the version that an edit of it has to name (ETag), beside the data. */
export async function answerWithVersion<T extends object>(exchange: Exchange<T>): Promise<T & { version: string }> {
  const data = await answer(exchange);
  const { response } = await exchange;
  return { ...data, version: /^"([^"]+)"$/.exec(response.headers.get('etag') ?? '')?.[1] ?? '' };
}

/** Whether asking again with the same words may help: nothing came back, or the server itself failed. */
export function mayRetry(problem: unknown): boolean {
  return (
    problem instanceof ApiProblem &&
    (problem.status === 0 ||
      problem.status === 429 ||
      problem.status >= 500 ||
      problem.code === 'platform/still-running')
  );
}
