import { z } from 'zod';
import type { Database, Tx } from '../../kernel/database.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { route } from '../../kernel/http/route.ts';
import { instant, organizationPath } from '../../kernel/http/schemas.ts';
import { etag, versionOf } from '../../kernel/http/version.ts';
import type { Scope, Session } from '../../kernel/session.ts';
import { setMembership } from './membership.ts';
import { countInUse, lockOrganization, readMemberships } from './store.ts';

const path = '/api/{site}/organizations/{organization}/club';

const clubResponse = z.strictObject({
  member: z.boolean(),
  /** How many devices in use are in the club, or would be. */
  devices: z.int(),
  /** Newest first; the one that runs has no end. */
  history: z.array(z.strictObject({ from: instant, until: instant.nullable() })),
});
type Club = z.infer<typeof clubResponse>;

async function viewClub(db: Database | Tx, scope: Scope): Promise<{ body: Club; version: string }> {
  const memberships = await readMemberships(db, scope);
  const history = memberships.map(({ from_at, until_at }) => ({
    from: from_at.toISOString(),
    until: until_at?.toISOString() ?? null,
  }));
  const body = {
    member: memberships.some((one) => one.until_at === null),
    devices: await countInUse(db, scope),
    history,
  };
  return { body, version: versionOf(history) };
}

/** One switch for all devices of a customer, those to come as well (U-07). */
async function changeClub(
  tx: Tx,
  scope: Scope,
  session: Session,
  seenVersion: string,
  member: boolean,
): Promise<Outcome<Club>> {
  await lockOrganization(tx, scope);
  const before = await viewClub(tx, scope);
  if (before.version !== seenVersion) return { reply: platformProblem('changed-meanwhile') };
  const byOperator = session.acting?.state === 'runs' && session.acting.organizationKind === 'maker';
  const events = await setMembership(tx, scope, member, byOperator);
  const { body, version } = await viewClub(tx, scope);
  return { reply: { status: 200, body, headers: etag(version) }, events };
}

const getClub = route({
  operationId: 'getClub',
  method: 'get',
  path,
  summary: 'Whether the organization is in the owner’s club, since when, and how many devices that affects',
  access: 'devices:read',
  params: organizationPath,
  status: 200,
  response: clubResponse,
  problems: [],
  handle: async ({ app, scope }) => {
    const { body, version } = await viewClub(app.db, scope);
    return { status: 200, body, headers: etag(version) };
  },
});

const putClub = route({
  operationId: 'changeClub',
  method: 'put',
  path,
  summary: 'Joins or leaves the owner’s club with all devices, past and future',
  access: 'devices:club',
  params: organizationPath,
  body: z.strictObject({ member: z.boolean() }),
  versioned: true,
  status: 200,
  response: clubResponse,
  problems: ['platform/changed-meanwhile'],
  handle: async ({ scope, session, body, seenVersion, change }) =>
    change((tx) => changeClub(tx, scope, session, seenVersion, body.member)),
});

export const clubRoutes = [getClub, putClub];
