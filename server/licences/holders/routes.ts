import { z } from 'zod';
import { platformProblem } from '../../kernel/http/problem.ts';
import { reason } from '../../kernel/http/reason.ts';
import { route } from '../../kernel/http/route.ts';
import { organizationPath, outsideIdSchema } from '../../kernel/http/schemas.ts';
import { insideId, outsideId } from '../../kernel/ids.ts';
import { settleDueOf } from '../settle/settle.ts';
import { findHeld, findHolder, handLicences } from './move.ts';

/** Handed over at once at most; the page shows as many. */
const licencesMax = 1_000;
const perMinute = 60;
const base = '/api/{site}/organizations/{organization}/licence-holders/{other}';
const holderPath = organizationPath.extend({ other: outsideIdSchema('organization') });

const read = route({
  operationId: 'getLicenceHolder',
  method: 'get',
  path: base,
  summary: 'Operators: the licences of a customer that are not over, the first to expire first',
  access: 'licence-orders:manage',
  params: holderPath,
  status: 200,
  response: z.strictObject({
    id: outsideIdSchema('organization'),
    name: z.string(),
    licences: z.array(
      z.strictObject({
        id: outsideIdSchema('licence'),
        type: z.string(),
        termMonths: z.int(),
        lastDay: z.iso.date(),
        /** Of the device that it serves. */
        serial: z.string().nullable(),
      }),
    ),
  }),
  problems: ['platform/not-permitted', 'platform/not-found'],
  handle: async ({ app, site, scope, params }) => {
    const id = insideId(params.other);
    const holder = await findHolder(app.db, site.id, id);
    if (!holder) return platformProblem('not-found');
    await settleDueOf(app, site, [id], scope.now);
    const held = await findHeld(app.db, scope, id, licencesMax);
    const licences = held.map((one) => ({ ...one, id: outsideId('licence', one.id) }));
    return { status: 200, body: { id: params.other, name: holder.name, licences } };
  },
});

const hand = route({
  operationId: 'handLicences',
  method: 'post',
  path: `${base}/hand`,
  summary: 'Operators: hands licences that went to a wrong account over to the right customer; their dates stay',
  access: 'licence-orders:manage',
  params: holderPath,
  body: z.strictObject({
    to: outsideIdSchema('organization'),
    licences: z.array(outsideIdSchema('licence')).min(1).max(licencesMax),
    reason,
  }),
  status: 200,
  response: z.strictObject({ licences: z.int() }),
  problems: ['platform/not-found', 'platform/invalid-fields', 'licences/licences-gone'],
  idempotent: true,
  perMinute,
  handle: async ({ site, scope, params, body, change }) => {
    const handing = { toId: insideId(body.to), licenceIds: body.licences.map(insideId), reason: body.reason };
    return change((tx) => handLicences(tx, site, scope, { fromId: insideId(params.other), ...handing }));
  },
});

export const holderRoutes = [read, hand];
