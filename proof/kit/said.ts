import type { Answer } from '../../tools/test/person.ts';

/** An answer that settles a request. */
export type Said = { status: number; body: Record<string, unknown> };

const busyStatuses = [429, 503];
const conflict = 409;
const internal = 500;

/** Null for what settles nothing: the server is away, starting, failed on the way, or still busy with the same request. */
function readSaid({ status, body }: Answer): Said | null {
  if (status >= internal || busyStatuses.includes(status)) return null;
  return status === conflict && String(body.type).endsWith('/still-running') ? null : { status, body };
}

/** What everybody who asks writes down: how often which answer came that settles nothing. The server may be away or busy, but never be surprised. */
export type Asking = { statuses: Map<number, number> };

/** Asks once; null where no answer came that settles it. */
export async function ask(
  { statuses }: Asking,
  call: () => Promise<Answer>,
): Promise<(Said & { headers: Headers }) | null> {
  const answer = await call().catch(() => null);
  const said = answer && readSaid(answer);
  if (answer && !said) statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  return answer && said && { ...said, headers: answer.headers };
}

const busy = new Set([conflict, ...busyStatuses]);

export function oddAnswers({ statuses }: Asking): string[] {
  return [...statuses].flatMap(([status, times]) =>
    busy.has(status) ? [] : [`the answer ${status} came ${times} times`],
  );
}
