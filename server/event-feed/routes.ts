import { z } from 'zod';
import { eventKinds, kindsFor } from '../../domain/webhooks/kinds.ts';
import { route } from '../kernel/http/route.ts';
import { organizationPath } from '../kernel/http/schemas.ts';
import type { Session } from '../kernel/session.ts';
import { eventPage, readPage } from './page.ts';
import { waitForEvents, waitSecondsMax } from './wait.ts';

const limitMax = 200;
const limitDefault = 100;

const list = route({
  operationId: 'listEvents',
  method: 'get',
  path: '/api/{site}/organizations/{organization}/events',
  summary:
    'What happened, in its order, as far as the caller may know of it. Ask again with `cursor` as `after`, and with `wait` to be answered when there is more; `latest` gives the cursor of now',
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
    wait: z.coerce
      .number()
      .int()
      .min(0)
      .max(waitSecondsMax)
      .default(0)
      .describe('So many seconds the answer is held back at most, until there is something'),
  }),
  status: 200,
  response: eventPage,
  problems: ['platform/malformed', 'platform/unavailable'],
  handle: async ({ app, site, session, query, tokens }) => {
    const { after, limit, types, wait } = query;
    const kinds = (who: Session) =>
      kindsFor(who.permissions, site).filter((kind) => types === undefined || types.includes(kind));
    const wish = { after, limit, kinds };
    const page = await readPage(app, site, session, wish);
    if (page.items.length > 0 || page.more || after === 'latest' || wait === 0 || !tokens)
      return { status: 200, body: page };
    const waited = await waitForEvents({ app, site, session, tokens, wish: { ...wish, after: page.cursor } }, wait);
    return 'problem' in waited ? waited : { status: 200, body: waited };
  },
});

export const eventFeedRoutes = [list];
