import type { Answer } from '../../tools/test/person.ts';

/** An answer that settles a request. */
export type Said = { status: number; body: Record<string, unknown> };

const busyStatuses = [429, 503];
const conflict = 409;
const internal = 500;

/** Null for what settles nothing: the server is away, starting, failed on the way, or still busy with the same request. */
export function readSaid({ status, body }: Answer): Said | null {
  if (status >= internal || busyStatuses.includes(status)) return null;
  return status === conflict && String(body.type).endsWith('/still-running') ? null : { status, body };
}

const busy = new Set([conflict, ...busyStatuses]);

/** Counts answers that settle nothing: the server may be away or busy, but never be surprised. */
export function countStatus(statuses: Map<number, number>, { status }: Answer): void {
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
}

export function oddAnswers(statuses: ReadonlyMap<number, number>): string[] {
  return [...statuses].flatMap(([status, times]) =>
    busy.has(status) ? [] : [`the answer ${status} came ${times} times`],
  );
}
