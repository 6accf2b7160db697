import { z } from 'zod';
import { valuesMax, sequenceMax } from '../../../domain/protocol/limits.ts';
import { evenly } from '../../kernel/evenly.ts';
import { isProblem, platformProblem } from '../../kernel/http/problem.ts';
import { route } from '../../kernel/http/route.ts';
import { insideId } from '../../kernel/ids.ts';
import { devicePath, entry } from '../schemas.ts';
import { correctReading } from './correct.ts';
import { entriesMax, ledgerOf } from './ledger.ts';

const base = '/api/{site}/organizations/{organization}/counters/devices/{device}';
const rangeMaxMs = 31 * 86_400_000;
const reasonMax = 500;

const ledger = route({
  operationId: 'listCounterEntries',
  method: 'get',
  path: `${base}/entries`,
  summary: `What stands in the ledger of a device: readings, resets, changes of board, corrections; at most ${entriesMax}`,
  access: 'counters:read',
  params: devicePath,
  query: z.strictObject({
    from: z.iso.datetime().describe('The first instant'),
    until: z.iso.datetime().describe('Before this instant, at most 31 days later'),
  }),
  status: 200,
  response: z.strictObject({ entries: z.array(entry) }),
  problems: ['platform/not-found', 'platform/malformed'],
  handle: async ({ app, site, scope, params: { device }, query }) =>
    evenly(async () => {
      const [from, until] = [new Date(query.from), new Date(query.until)];
      if (from > until || until.getTime() - from.getTime() > rangeMaxMs) return platformProblem('malformed');
      const entries = await ledgerOf(app, site, scope, { deviceId: insideId(device), from, until });
      return entries ? { status: 200, body: { entries } } : platformProblem('not-found');
    }, isProblem),
});

const correct = route({
  operationId: 'correctCounters',
  method: 'post',
  path: `${base}/corrections`,
  summary:
    'An operator says what a device’s reading of one instant was, or takes it out; the reading itself stays in the ledger',
  access: 'counters:correct',
  params: devicePath,
  body: z.strictObject({
    at: z.iso.datetime().describe('The time of the reading'),
    values: z
      .record(z.string().max(64), z.int().min(0).max(sequenceMax).nullable())
      .refine((values) => Object.keys(values).length > 0 && Object.keys(values).length <= valuesMax)
      .describe('By code of the counter; null takes its reading out'),
    reason: z.string().trim().min(1).max(reasonMax),
  }),
  idempotent: true,
  status: 201,
  response: z.strictObject({ corrected: z.int() }),
  problems: ['platform/not-found', 'platform/invalid-fields', 'counters/reading-unknown'],
  handle: async ({ app, site, scope, params: { device }, body, change }) =>
    change((tx) => correctReading(app, tx, site, scope, insideId(device), { ...body, at: new Date(body.at) })),
});

export const correctionRoutes = [ledger, correct];
