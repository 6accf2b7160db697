import { z } from 'zod';
import { isProblem } from '../../kernel/http/problem.ts';
import { route } from '../../kernel/http/route.ts';
import { organizationPath, outsideIdSchema } from '../../kernel/http/schemas.ts';
import { outsideId } from '../../kernel/ids.ts';
import { assignLicences } from './assign.ts';
import { journalAssignments } from './journal.ts';
import { checkAssignment } from './check.ts';
import { suggestCustomers, suggestionsMax } from './customers.ts';
import { assignBody, civilDates, dates, wishOf } from './schemas.ts';

const perMinute = 60;
const suggestPerMinute = 240;
const textMin = 3;
const textMax = 100;
const base = '/api/{site}/organizations/{organization}';

const customer = {
  id: outsideIdSchema('organization'),
  name: z.string(),
  /** Where its owner is reached. */
  address: z.string(),
  /** False as long as nobody has opened a link that was sent there: the address may be wrong. */
  proved: z.boolean(),
};

const suggest = route({
  operationId: 'suggestLicenceCustomers',
  method: 'get',
  path: `${base}/licence-customers`,
  summary: "The dealer's own customers whose mail address or name has a text of at least three characters",
  access: 'licences:assign',
  params: organizationPath,
  query: z.strictObject({ text: z.string().trim().min(textMin).max(textMax) }),
  status: 200,
  response: z.strictObject({ items: z.array(z.strictObject(customer)).max(suggestionsMax) }),
  problems: [],
  perMinute: suggestPerMinute,
  handle: async ({ app, scope, query }) => {
    const found = await suggestCustomers(app.db, scope, query.text);
    const items = found.map((one) => ({ ...one, id: outsideId('organization', one.id) }));
    return { status: 200, body: { items } };
  },
});

const check = route({
  operationId: 'checkLicenceAssignment',
  method: 'post',
  path: `${base}/licence-assignment-checks`,
  summary:
    'What an assignment would do now: its dates, which cameras it would renew, and the days they would lose or win',
  access: 'licences:assign',
  params: organizationPath,
  body: assignBody,
  status: 200,
  response: z.strictObject({
    customer: z.strictObject(customer),
    /** The day on which to assign instead; null where that is today. */
    bestDay: z.iso.date().nullable(),
    lines: z.array(
      z.strictObject({
        type: z.string(),
        termMonths: z.int(),
        quantity: z.int(),
        available: z.int(),
        ...dates,
        /** How many would wait, as no camera's licence runs out before they do. */
        waiting: z.int(),
        cameras: z.array(
          z.strictObject({
            device: outsideIdSchema('device'),
            serial: z.string(),
            /** The camera's last day without it. */
            lastDay: z.iso.date(),
            lostDays: z.int(),
            wonDays: z.int(),
            bestDay: z.iso.date(),
          }),
        ),
      }),
    ),
  }),
  problems: ['platform/invalid-fields'],
  perMinute,
  handle: async ({ app, site, scope, body }) => {
    const checked = await checkAssignment(app, site, scope, wishOf(body));
    if (isProblem(checked)) return checked;
    const lines = checked.lines.map(({ line: { type, termMonths, quantity }, available, cameras, ...one }) => ({
      type,
      termMonths,
      quantity,
      available,
      ...civilDates(one),
      waiting: quantity - cameras.length,
      cameras: cameras.map(({ deviceId, serial, lastDay, lostDays, wonDays, bestDay }) => ({
        device: outsideId('device', deviceId),
        serial,
        lastDay,
        lostDays,
        wonDays,
        bestDay,
      })),
    }));
    return {
      status: 200,
      body: {
        customer: { ...checked.customer, id: outsideId('organization', checked.customer.id) },
        bestDay: checked.bestDay,
        lines,
      },
    };
  },
});

const assign = route({
  operationId: 'assignLicences',
  method: 'post',
  path: `${base}/licence-assignments`,
  summary: 'Assigns licences out of the stock of the dealer to one of its customers, for good',
  access: 'licences:assign',
  params: organizationPath,
  body: assignBody,
  status: 201,
  response: z.strictObject({
    customer: outsideIdSchema('organization'),
    assignments: z.array(
      z.strictObject({
        id: outsideIdSchema('licenceAssignment'),
        type: z.string(),
        termMonths: z.int(),
        quantity: z.int(),
        ...dates,
        licences: z.array(outsideIdSchema('licence')),
      }),
    ),
  }),
  problems: ['platform/invalid-fields'],
  idempotent: true,
  perMinute,
  handle: async ({ app, site, scope, body, change }) =>
    change(async (tx) => {
      const done = await assignLicences(tx, site, scope, wishOf(body));
      if (isProblem(done)) return { reply: done };
      const made = done.assigned.map((one) => one.id);
      await journalAssignments(app, tx, site.id, made, scope.now);
      const assignments = done.assigned.map((one) => ({
        id: outsideId('licenceAssignment', one.id),
        type: one.type,
        termMonths: one.termMonths,
        quantity: one.quantity,
        ...civilDates(one),
        licences: one.licences.map((licence) => outsideId('licence', licence)),
      }));
      return { reply: { status: 201, body: { customer: body.customer, assignments } }, events: [done.event] };
    }),
});

export const assignRoutes = [suggest, check, assign];
