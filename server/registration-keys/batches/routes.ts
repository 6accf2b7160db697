import { z } from 'zod';
import { registrationKeyOptions } from '../../../domain/site/capabilities.ts';
import type { Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';
import { isProblem, platformProblem, type Problem } from '../../kernel/http/problem.ts';
import { route } from '../../kernel/http/route.ts';
import type { Outcome, Reply } from '../../kernel/http/route.ts';
import { organizationPath, pageQuery } from '../../kernel/http/schemas.ts';
import { insideId } from '../../kernel/ids.ts';
import { registrationKeyProblem } from '../problems.ts';
import { sendSheet } from '../sheets/send.ts';
import type { Sheet } from '../sheets/sheet.ts';
import { listBatches, listBatchKeys, readBatch } from './lists.ts';
import { makeBatch, renewRegistrationIds, voidUnused } from './make.ts';
import {
  batchKeyList,
  batchList,
  batchPath,
  batchRequest,
  batchResponse,
  deliveryPath,
  productList,
  renewalRequest,
  voidRequest,
  voidResponse,
} from './schemas.ts';
import { confirmDelivery } from './store.ts';

const base = '/api/{site}/organizations/{organization}';
const one = `${base}/activation-key-batches/{batch}`;
const perMinute = 30;

type Made = { sheet: Sheet; events: NewEvent[] } | { refused: Problem };
type Change = (work: (tx: Tx) => Promise<Outcome<string>>) => Promise<Reply<string> | Problem>;

/**
 * Runs a change that makes registration IDs. What is stored for twins says only that it was done: the IDs go out once,
 * with the first answer, and the twin of a request is told so instead of making others.
 */
async function once(change: Change, work: (tx: Tx) => Promise<Made>): Promise<Sheet | Problem> {
  const sheets: Sheet[] = [];
  const reply = await change(async (tx) => {
    const made = await work(tx);
    if ('refused' in made) return { reply: made.refused };
    sheets.push(made.sheet);
    return { reply: { status: 201, body: made.sheet.batch.id }, events: made.events };
  });
  if (isProblem(reply)) return reply;
  return sheets[0] ?? registrationKeyProblem('already-delivered');
}

const make = route({
  operationId: 'makeActivationKeyBatch',
  method: 'post',
  path: `${base}/activation-key-batches`,
  summary:
    'Makes activation keys and gives their sheets (PDF) or table (CSV) once; the registration IDs can never be shown again',
  access: 'activation-keys:generate',
  params: organizationPath,
  body: batchRequest,
  status: 201,
  response: z.string(),
  contentType: 'application/octet-stream',
  problems: ['platform/invalid-fields', 'registration-keys/already-delivered'],
  idempotent: true,
  perMinute,
  handle: async ({ app, site, scope, language, params, body, change }) => {
    const sheet = await once(change, (tx) => makeBatch(app, tx, site, scope, body));
    return isProblem(sheet) ? sheet : sendSheet(site, params.organization, language, sheet);
  },
});

const renew = route({
  operationId: 'renewRegistrationIds',
  method: 'post',
  path: `${one}/deliveries`,
  summary: 'Gives unused keys of a batch new registration IDs, once, as sheets or table; the old IDs die',
  access: 'activation-keys:generate',
  params: batchPath,
  body: renewalRequest,
  status: 201,
  response: z.string(),
  contentType: 'application/octet-stream',
  problems: [
    'platform/invalid-fields',
    'platform/not-found',
    'registration-keys/nothing-unused',
    'registration-keys/already-delivered',
  ],
  idempotent: true,
  perMinute,
  handle: async ({ app, site, scope, language, params, body, change }) => {
    const sheet = await once(change, (tx) => renewRegistrationIds(app, tx, site, scope, insideId(params.batch), body));
    return isProblem(sheet) ? sheet : sendSheet(site, params.organization, language, sheet);
  },
});

const confirm = route({
  operationId: 'confirmActivationKeyDelivery',
  method: 'put',
  path: `${one}/deliveries/{delivery}/confirmation`,
  summary: 'Says that the sheets or table of a delivery arrived whole; again changes nothing',
  access: 'activation-keys:generate',
  params: deliveryPath,
  status: 204,
  response: null,
  problems: ['platform/not-found'],
  handle: async ({ app, scope, params, change }) =>
    change(async (tx) => {
      const [batchId, id] = [insideId(params.batch), insideId(params.delivery)];
      const confirmed = await confirmDelivery(tx, scope, batchId, id);
      if (confirmed) {
        const event = {
          what: 'activation-keys.delivered' as const,
          subject: `activation-key-batch/${batchId}`,
          data: { delivery: id },
        };
        return { reply: { status: 204 }, events: [event] };
      }
      const known = (await readBatch(app, scope, batchId))?.deliveries.some((one) => one.id === params.delivery);
      return { reply: known ? { status: 204 } : platformProblem('not-found') };
    }),
});

const voids = route({
  operationId: 'voidActivationKeys',
  method: 'post',
  path: `${one}/voids`,
  summary: 'Voids unused keys of a batch for ever: to a dealer they read like keys that never were',
  access: 'activation-keys:generate',
  params: batchPath,
  body: voidRequest,
  status: 201,
  response: voidResponse,
  problems: ['platform/invalid-fields', 'platform/not-found', 'registration-keys/nothing-unused'],
  idempotent: true,
  handle: async ({ scope, params, body, change }) =>
    change(async (tx) => {
      const done = await voidUnused(tx, scope, insideId(params.batch), body);
      if ('refused' in done) return { reply: done.refused };
      return { reply: { status: 201, body: { voided: done.voided } }, events: done.events };
    }),
});

const list = route({
  operationId: 'listActivationKeyBatches',
  method: 'get',
  path: `${base}/activation-key-batches`,
  summary: 'Batches of activation keys that were made in the portal, newest first; for operators',
  access: 'activation-keys:read',
  params: organizationPath,
  query: pageQuery,
  status: 200,
  response: batchList,
  problems: [],
  handle: async ({ app, scope, query }) => ({ status: 200, body: await listBatches(app, scope, query) }),
});

const read = route({
  operationId: 'readActivationKeyBatch',
  method: 'get',
  path: one,
  summary: 'One batch with what became of its keys and each time registration IDs went out',
  access: 'activation-keys:read',
  params: batchPath,
  status: 200,
  response: batchResponse,
  problems: ['platform/not-found'],
  handle: async ({ app, scope, params }) => {
    const batch = await readBatch(app, scope, insideId(params.batch));
    return batch ? { status: 200, body: batch } : platformProblem('not-found');
  },
});

const keys = route({
  operationId: 'listActivationKeysOfBatch',
  method: 'get',
  path: `${one}/keys`,
  summary: 'The keys of a batch and what became of each, never with a registration ID',
  access: 'activation-keys:read',
  params: batchPath,
  query: pageQuery,
  status: 200,
  response: batchKeyList,
  problems: [],
  handle: async ({ app, scope, params, query }) => ({
    status: 200,
    body: await listBatchKeys(app, scope, insideId(params.batch), query),
  }),
});

const products = route({
  operationId: 'listActivationKeyProducts',
  method: 'get',
  path: `${base}/activation-key-products`,
  summary: 'The product numbers for which activation keys can be made, by category',
  access: 'activation-keys:read',
  params: organizationPath,
  status: 200,
  response: productList,
  problems: [],
  handle: async ({ site }) => {
    const { categories, features } = registrationKeyOptions(site);
    const offered = categories.flatMap((category) =>
      category.issuedHere
        ? features
            .filter(({ product }) => product === undefined || product === category.product)
            .flatMap(({ name, productNumbers }) =>
              productNumbers.map((productNumber) => ({ productNumber, category: category.id, feature: name })),
            )
        : [],
    );
    return { status: 200, body: { products: offered } };
  },
});

export const batchRoutes = [make, renew, confirm, voids, list, read, keys, products];
