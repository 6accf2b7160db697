import { sql } from 'kysely';
import { z } from 'zod';
import { eventKinds, kindsFor } from '../../domain/webhooks/kinds.ts';
import type { App } from '../kernel/app.ts';
import { route } from '../kernel/http/route.ts';
import { organizationPath } from '../kernel/http/schemas.ts';
import { eventResponse, presentEvent } from './present.ts';
import { eventsAfter } from './visible.ts';

const limitMax = 200;
const limitDefault = 100;
/** So many events of the site are looked at for one answer, whosever they are. */
const lookedAtMax = 20_000;

async function headOf(app: App, siteId: string): Promise<number> {
  const { rows } = await sql<{ head: number | null }>`
    select max(position) as head from event_seals where site_id = ${siteId}`.execute(app.db);
  return rows[0]?.head ?? 0;
}

const list = route({
  operationId: 'listEvents',
  method: 'get',
  path: '/api/{site}/organizations/{organization}/events',
  summary:
    'What happened, in its order, as far as the caller may know of it. Ask again with `cursor` as `after`; `latest` gives the cursor of now',
  access: 'session',
  openToKeys: true,
  params: organizationPath,
  query: z.strictObject({
    after: z
      .string()
      .regex(/^(latest|\d{1,15})$/)
      .default('0')
      .describe('The cursor of the answer before; `latest` to begin with what happens from now on'),
    types: z
      .string()
      .max(eventKinds.length * 40)
      .transform((text) => text.split(','))
      .pipe(z.array(z.enum(eventKinds)))
      .optional()
      .describe('Types of events, with commas between; all, when left out'),
    limit: z.coerce.number().int().min(1).max(limitMax).default(limitDefault),
  }),
  status: 200,
  response: z.strictObject({ items: z.array(eventResponse), cursor: z.string(), more: z.boolean() }),
  problems: ['platform/malformed'],
  handle: async ({ app, site, scope, session, query }) => {
    const head = await headOf(app, site.id);
    if (query.after === 'latest') return { status: 200, body: { items: [], cursor: String(head), more: false } };
    const after = Math.min(Number(query.after), head);
    const until = Math.min(head, after + lookedAtMax);
    const offered = kindsFor(session.permissions, site);
    const kinds = query.types ? offered.filter((kind) => query.types?.includes(kind)) : offered;
    const { limit } = query;
    const rows = kinds.length === 0 ? [] : await eventsAfter(app.db, scope, { kinds, after, until, limit });
    const full = rows.length === limit;
    const cursor = full ? (rows.at(-1)?.position ?? until) : until;
    const items = rows.map(presentEvent);
    return { status: 200, body: { items, cursor: String(cursor), more: cursor < head } };
  },
});

export const eventFeedRoutes = [list];
