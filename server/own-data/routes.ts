import { z } from 'zod';
import type { Permission } from '../../domain/accounts/permissions.ts';
import { civilDay } from '../../domain/site/civil-day.ts';
import { isKept } from '../accounts/account-data/managed.ts';
import { ownMailOf } from '../accounts/account-data/own-mail.ts';
import { answerWithFile, type ExportCall } from '../exports/answer.ts';
import type { Site } from '../kernel/app.ts';
import { platformProblem, type Problem } from '../kernel/http/problem.ts';
import { takeReason, typedReason } from '../kernel/http/reason.ts';
import { route, type Route } from '../kernel/http/route.ts';
import { organizationPath, outsideIdSchema, sitePath } from '../kernel/http/schemas.ts';
import { insideId } from '../kernel/ids.ts';
import type { PersonalData } from './personal-data.ts';
import { writeCopy } from './copy.ts';

const perMinute = 6;
const kind = 'own-data';

/** What all capabilities keep of people, each with the name of the one it belongs to; null holds at every site. */
export type KeptData = readonly { capability: string | null; data: PersonalData }[];

const wish = z.strictObject({ reason: typedReason });

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

type Asked = { userId: string; permission: Permission; reason?: string };

/** Starts to answer with the copy. That it was asked for, by whom and of whom is written down before the first byte goes. */
function sendCopy(call: ExportCall, all: KeptData, { userId, permission, reason }: Asked): Promise<Response | Problem> {
  const { app, site, now } = call;
  return answerWithFile(call, {
    permission,
    told: { data: { kind, user: userId }, ...(reason && { details: { reason } }) },
    asked: { format: 'json' },
    write: async (from) => {
      const whose = { siteId: site.id, userId, ownMail: await ownMailOf(app.db, site.id, userId) };
      const chunks = writeCopy(app.db, from, partsAt(all, site), whose, { site: site.id, at: now });
      return { chunks, headers: headersOf(site, now) };
    },
  });
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
  };
}
