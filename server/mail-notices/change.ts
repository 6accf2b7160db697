import { chosenOf, type MailNoticeEvent } from '../../domain/mail-notices/events.ts';
import { mailNoticeOptions } from '../../domain/site/capabilities.ts';
import type { Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import type { NewEvent } from '../kernel/events.ts';
import { platformProblem, type Problem } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { etag } from '../kernel/http/version.ts';
import type { Scope } from '../kernel/session.ts';
import { presentPerson, versionOfChoice, type PersonResponse } from './schemas.ts';
import { findPerson, lockPerson, storeChoice } from './store.ts';

/** What a user is mailed about from now on (C-11). Of two who change it at once the second is told. */
export async function changeChoice(
  tx: Tx,
  site: Site,
  scope: Scope,
  userId: string,
  seenVersion: string,
  wished: readonly string[],
): Promise<Outcome<PersonResponse>> {
  await lockPerson(tx, scope, userId);
  const row = await findPerson(tx, site, scope, userId);
  if (!row) return { reply: platformProblem('not-found') };
  const before = presentPerson(site, row);
  const version = versionOfChoice(before);
  if (version !== seenVersion) return { reply: platformProblem('changed-meanwhile') };
  const events = chosenOf(wished, mailNoticeOptions(site).events);
  if (before.chosen && before.events.join() === events.join())
    return { reply: { status: 200, body: before, headers: etag(version) } };
  await storeChoice(tx, scope, userId, events);
  const body = { ...before, events, chosen: true };
  return {
    reply: { status: 200, body, headers: etag(versionOfChoice(body)) },
    events: [
      {
        what: 'mail-notices.changed',
        subject: `user/${userId}`,
        data: { user: userId, organization: scope.organizationId, before: before.events, after: events },
      },
    ],
  };
}

/**
 * Switches one event on or off for the caller, as another capability's page asks for it. `refuse` is asked once nobody else can change their
 * choice; gives its refusal, or the events.
 */
export async function switchOwnEvent(
  tx: Tx,
  site: Site,
  scope: Scope,
  event: MailNoticeEvent,
  on: boolean,
  refuse: () => Promise<Problem | null>,
): Promise<NewEvent[] | Problem> {
  await lockPerson(tx, scope, scope.userId);
  const refused = await refuse();
  if (refused) return refused;
  const row = await findPerson(tx, site, scope, scope.userId);
  if (!row) return platformProblem('not-found');
  const { events: before } = presentPerson(site, row);
  if (before.includes(event) === on) return [];
  const { events: offered } = mailNoticeOptions(site);
  const after = chosenOf(on ? [...before, event] : before.filter((one) => one !== event), offered);
  await storeChoice(tx, scope, scope.userId, after);
  const data = { user: scope.userId, organization: scope.organizationId, before, after };
  return [{ what: 'mail-notices.changed', subject: `user/${scope.userId}`, data }];
}
