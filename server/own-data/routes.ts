import { z } from 'zod';
import { civilDay } from '../../domain/site/civil-day.ts';
import { takePlace } from '../exports/limits.ts';
import { tooMany } from '../exports/problems.ts';
import { rightOf } from '../exports/right.ts';
import { openSnapshot } from '../exports/snapshot.ts';
import { streamBody, type Ending } from '../exports/stream.ts';
import type { Site } from '../kernel/app.ts';
import type { Database } from '../kernel/database.ts';
import { route, type Route } from '../kernel/http/route.ts';
import { sitePath } from '../kernel/http/schemas.ts';
import { newId } from '../kernel/ids.ts';
import type { DataSubject, PersonalData } from './personal-data.ts';
import { writeCopy } from './copy.ts';

const perMinute = 6;
const kind = 'own-data';
const access = 'own-account:use';

/** What all capabilities keep of people, each with the name of the one it belongs to; null holds at every site. */
export type KeptData = readonly { capability: string | null; data: PersonalData }[];

export function ownDataRoutes(all: KeptData): Route[] {
  return [
    route({
      operationId: 'copyOwnData',
      method: 'get',
      path: '/api/{site}/account/copy',
      summary: 'Everything kept of me, as a file to take along: JSON with an array of rows a part',
      access,
      params: sitePath,
      status: 200,
      response: z.string(),
      contentType: 'application/json',
      problems: ['exports/too-many'],
      perMinute,
      handle: async ({ app, site, scope, session, tokens, now, requestId, change, cut }) => {
        const place = takePlace(app, session.userId);
        if (!place) return tooMany();
        const subject = `export/${newId()}`;
        const tell = (what: 'export.started' | 'export.ended', data: Record<string, unknown>) =>
          change(async () => ({ reply: { status: 204 }, events: [{ what, subject, data: { kind, ...data } }] }));
        const snapshot = await openSnapshot(app.pool).catch((error: unknown) => {
          place.giveBack();
          throw error;
        });
        const ended = async (ending: Ending, error?: unknown) => {
          if (error) app.log.error({ err: error, requestId }, 'a copy of a person’s data failed');
          place.giveBack();
          await snapshot.close();
          await tell('export.ended', { ending });
        };
        try {
          const right = await rightOf(app, site, scope, tokens ?? { session: '' }, access);
          await tell('export.started', { format: 'json' });
          const made = { site: site.id, at: now };
          const whose = await subjectOf(app.db, site, session.userId);
          const chunks = writeCopy(app.db, snapshot, partsAt(all, site), whose, made);
          const body = streamBody({ chunks, stillAllowed: right.stillHolds, ended, cut });
          return new Response(body, { headers: headersOf(site, now) });
        } catch (error) {
          place.giveBack();
          await snapshot.close();
          throw error;
        }
      },
    }),
  ];
}

function partsAt(all: KeptData, site: Site): PersonalData {
  const on = all.filter(({ capability }) => capability === null || capability in site.capabilities);
  return Object.assign({}, ...on.map(({ data }) => data)) as PersonalData;
}

async function subjectOf(db: Database, { id: siteId }: Site, userId: string): Promise<DataSubject> {
  const sharing = await db
    .selectFrom('users as u')
    .innerJoin('users as o', (join) =>
      join
        .onRef('o.site_id', '=', 'u.site_id')
        .on((eb) => eb(eb.fn('lower', ['o.mail']), '=', eb.fn('lower', ['u.mail']))),
    )
    .select(['u.mail', (eb) => eb.fn.countAll<number>().as('count')])
    .where('u.site_id', '=', siteId)
    .where('u.id', '=', userId)
    .groupBy('u.mail')
    .executeTakeFirst();
  return { siteId, userId, ownMail: sharing && sharing.mail !== '' && sharing.count === 1 ? sharing.mail : null };
}

function headersOf(site: Site, now: Date): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="${kind}-${site.id}-${civilDay(now, site.timeZone)}.json"`,
    'cache-control': 'no-store',
    'transfer-encoding': 'chunked',
  };
}
