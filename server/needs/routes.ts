import { z } from 'zod';
import {
  concerns,
  needCountMax,
  needKinds,
  needsOf,
  urgencies,
  type Counted,
  type NeedKind,
} from '../../domain/needs/needs.ts';
import { route, type Route } from '../kernel/http/route.ts';
import { organizationPath } from '../kernel/http/schemas.ts';
import type { NeedCount } from './need-counts.ts';

const perMinute = 120;

/** What all capabilities bring, each with the name of the one it belongs to; null holds at every site. */
export type CountedNeeds = readonly { capability: string | null; kind: NeedKind; count: NeedCount }[];

export function needRoutes(all: CountedNeeds): Route[] {
  return [
    route({
      operationId: 'listNeeds',
      method: 'get',
      path: '/api/{site}/organizations/{organization}/needs',
      summary: `What needs the caller today, the most urgent first; each counted up to ${needCountMax}`,
      access: 'session',
      params: organizationPath,
      status: 200,
      response: z.strictObject({
        items: z.array(
          z.strictObject({
            kind: z.enum(needKinds),
            urgency: z.enum(urgencies),
            count: z.int(),
            /** There are more than that. */
            countCapped: z.boolean(),
            /** The one that waits longest, where there is no list of them. */
            subject: z.string().optional(),
          }),
        ),
      }),
      problems: [],
      perMinute,
      handle: async ({ app, site, scope, session }) => {
        const who = { kind: session.organizationKind, permissions: session.permissions };
        const counts = new Map<NeedKind, Counted>();
        // One after the other: a home page is no reason to take several connections.
        for (const { capability, kind, count } of all)
          if ((capability === null || capability in site.capabilities) && concerns(kind, who))
            counts.set(kind, await count({ app, site, scope, max: needCountMax }));
        return { status: 200, body: { items: needsOf(counts) } };
      },
    }),
  ];
}
