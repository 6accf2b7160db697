import { z } from 'zod';
import type { Permission } from '../../domain/accounts/permissions.ts';
import { civilDay } from '../../domain/site/civil-day.ts';
import { isKept } from '../accounts/account-data/managed.ts';
import { ownMailOf } from '../accounts/account-data/own-mail.ts';
import { takePlace } from '../exports/limits.ts';
import { tooMany } from '../exports/problems.ts';
import { rightOf } from '../exports/right.ts';
import { openSnapshot, type Snapshot } from '../exports/snapshot.ts';
import { streamBody, type Ending } from '../exports/stream.ts';
import type { Site } from '../kernel/app.ts';
import { platformProblem, type Problem } from '../kernel/http/problem.ts';
import { takeReason } from '../kernel/http/reason.ts';
import { route, type Route, type SessionCall } from '../kernel/http/route.ts';
import { organizationPath, outsideIdSchema, sitePath } from '../kernel/http/schemas.ts';
import { insideId, newId } from '../kernel/ids.ts';
import type { PersonalData } from './personal-data.ts';
import { writeCopy } from './copy.ts';

const perMinute = 6;
const kind = 'own-data';
const typedMax = 1_024;

/** What all capabilities keep of people, each with the name of the one it belongs to; null holds at every site. */
export type KeptData = readonly { capability: string | null; data: PersonalData }[];

const wish = z.strictObject({ reason: z.string().max(typedMax) });

export function ownDataRoutes(all: KeptData): Route[] {
  return [
    route({
      operationId: 'copyOwnData',
      method: 'get',
      path: '/api/{site}/account/copy',
      summary: 'Everything kept of me, as a file to take along: JSON with an array of rows a part',
      access: 'own-account:use',
      params: sitePath,
      status: 200,
      response: z.string(),
      contentType: 'application/json',
      problems: ['exports/too-many'],
      perMinute,
      handle: async (call) => sendCopy(call, all, { userId: call.session.userId, permission: 'own-account:use' }),
    }),
    route({
      operationId: 'copyManagedAccount',
      method: 'post',
      path: '/api/{site}/organizations/{organization}/accounts/{user}/copy',
      summary:
        'Operators: everything kept of a person who asked for it, with a reason; the same file that they get themselves',
      access: 'accounts:change',
      params: organizationPath.extend({ user: outsideIdSchema('user') }),
      body: wish,
      status: 200,
      response: z.string(),
      contentType: 'application/json',
      problems: ['platform/not-found', 'platform/invalid-fields', 'exports/too-many'],
      perMinute,
      handle: async (call) => {
        const userId = insideId(call.params.user);
        if (!(await isKept(call.app.db, call.scope, userId))) return platformProblem('not-found');
        const read = takeReason(call.body.reason);
        if ('refused' in read) return read.refused;
        return sendCopy(call, all, { userId, permission: 'accounts:change', reason: read.reason });
      },
    }),
  ];
}

type Call = Pick<
  SessionCall<unknown, unknown, unknown, string>,
  'app' | 'site' | 'scope' | 'session' | 'now' | 'requestId' | 'change' | 'tokens' | 'cut'
>;
type Asked = { userId: string; permission: Permission; reason?: string };

/** Starts to answer with the copy. That it was asked for, by whom and of whom is written down before the first byte goes. */
async function sendCopy(call: Call, all: KeptData, { userId, permission, reason }: Asked): Promise<Response | Problem> {
  const { app, site, scope, session, tokens, now, requestId, change, cut } = call;
  const place = takePlace(app, session.userId);
  if (!place) return tooMany();
  const subject = `export/${newId()}`;
  const tell = (what: 'export.started' | 'export.ended', data: Record<string, unknown>) =>
    change(async () => ({
      reply: { status: 204 },
      events: [{ what, subject, data: { kind, user: userId, ...data }, ...(reason && { details: { reason } }) }],
    }));
  let snapshot: Snapshot | null = null;
  try {
    const open = await openSnapshot(app.pool);
    snapshot = open;
    const right = await rightOf(app, site, scope, tokens ?? { session: '' }, permission);
    await tell('export.started', { format: 'json' });
    const ended = async (ending: Ending, error?: unknown) => {
      if (error) app.log.error({ err: error, requestId }, 'a copy of a person’s data failed');
      place.giveBack();
      await open.close();
      await tell('export.ended', { ending });
    };
    const whose = { siteId: site.id, userId, ownMail: await ownMailOf(app.db, site.id, userId) };
    const chunks = writeCopy(app.db, open, partsAt(all, site), whose, { site: site.id, at: now });
    const body = streamBody({ chunks, stillAllowed: right.stillHolds, ended, cut });
    return new Response(body, { headers: headersOf(site, now) });
  } catch (error) {
    place.giveBack();
    await snapshot?.close();
    throw error;
  }
}

function partsAt(all: KeptData, site: Site): PersonalData {
  const on = all.filter(({ capability }) => capability === null || capability in site.capabilities);
  return Object.assign({}, ...on.map(({ data }) => data)) as PersonalData;
}

function headersOf(site: Site, now: Date): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="${kind}-${site.id}-${civilDay(now, site.timeZone)}.json"`,
    'cache-control': 'no-store',
    'transfer-encoding': 'chunked',
  };
}
