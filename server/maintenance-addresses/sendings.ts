import { after, hoursMs } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import { platformProblem, type Problem } from '../kernel/http/problem.ts';
import type { Scope } from '../kernel/session.ts';
import { lockTries, storeTries } from '../kernel/tries.ts';

/** Links that one organization has mailed within an hour: anybody's address can stand there. */
export const linksPerHourMax = 20;
/** Links that one address gets within an hour, whoever has them sent. */
export const linksPerAddressMax = 5;

/** Counts links that are about to be mailed; or why they are not. */
export async function countLinks(
  tx: Tx,
  { siteId, organizationId, now }: Scope,
  mails: readonly string[],
): Promise<Problem | null> {
  const counted = [
    { purpose: 'maintenance-links', subject: organizationId, more: mails.length, max: linksPerHourMax },
    ...mails
      .map((mail) => mail.toLowerCase())
      .toSorted((a, b) => (a < b ? -1 : 1))
      .map((subject) => ({ purpose: 'maintenance-link', subject, more: 1, max: linksPerAddressMax })),
  ];
  const grown: { purpose: string; subject: string; sent: Date[] }[] = [];
  for (const { purpose, subject, more, max } of counted) {
    const sent = await lockTries(tx, siteId, purpose, subject, after(now, -hoursMs));
    if (sent.length + more > max) return platformProblem('too-many-requests', { retryAfterSeconds: hoursMs / 1000 });
    grown.push({ purpose, subject, sent: [...sent, ...Array.from({ length: more }, () => now)] });
  }
  for (const { purpose, subject, sent } of grown) await storeTries(tx, siteId, purpose, subject, sent);
  return null;
}
