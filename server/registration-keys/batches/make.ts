import {
  batchKeysMax,
  noteCharactersMax,
  purposeCharactersMax,
  type SheetFormat,
} from '../../../domain/registration-keys/batch.ts';
import { readReason } from '../../../domain/identifiers/reason.ts';
import { parseText } from '../../../domain/identifiers/single-line.ts';
import { parseKey } from '../../../domain/registration-keys/key.ts';
import { findCategory, findFeature } from '../../../domain/registration-keys/options.ts';
import { registrationKeyOptions } from '../../../domain/site/capabilities.ts';
import type { Params, Verdict } from '../../../domain/verdict.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';
import { faultAt, platformProblem, type FieldFault, type Problem } from '../../kernel/http/problem.ts';
import { newId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import { registrationKeyProblem } from '../problems.ts';
import type { Sheet } from '../sheets/sheet.ts';
import {
  findBatch,
  insertBatch,
  insertDelivery,
  insertKeys,
  lockUnused,
  renewIds,
  voidKeys,
  type Batch,
} from './store.ts';

export type BatchRequest = {
  category: string;
  productNumber: string;
  purpose: string;
  note: string;
  count: number;
  format: SheetFormat;
};

type Made = { sheet: Sheet; events: NewEvent[] };
type Refused = { refused: Problem };

/** Makes a batch of activation keys (K-13). Their registration IDs are in the sheet that is returned and nowhere else. */
export async function makeBatch(
  app: App,
  tx: Tx,
  site: Site,
  scope: Scope,
  request: BatchRequest,
): Promise<Made | Refused> {
  const read = readBatchRequest(site, scope, request);
  if ('errors' in read) return { refused: platformProblem('invalid-fields', { errors: read.errors }) };
  const { batch } = read;
  const delivery = { id: newId(), batchId: batch.id, format: request.format, renewed: false, keyCount: batch.keyCount };
  await insertBatch(tx, scope, batch);
  await insertDelivery(tx, scope, delivery);
  const digits = registrationKeyOptions(site).registrationIdDigits;
  const keys = await insertKeys(app, tx, scope, batch, delivery.id, digits);
  const event = {
    what: 'activation-keys.generated' as const,
    subject: `activation-key-batch/${batch.id}`,
    data: { keys: keys.length, category: batch.category, productNumber: batch.productNumber, delivery: delivery.id },
  };
  return { sheet: { batch, deliveryId: delivery.id, format: request.format, keys }, events: [event] };
}

function readBatchRequest(
  site: Site,
  scope: Scope,
  request: BatchRequest,
): { batch: Batch } | { errors: FieldFault[] } {
  const errors: FieldFault[] = [];
  const fault = (pointer: string, code: string, params?: Params) =>
    errors.push({ pointer, code, ...(params && { params }) });
  const take = (pointer: string, verdict: Verdict<string>): string => {
    if (verdict.ok) return verdict.value;
    errors.push(faultAt(pointer, verdict));
    return '';
  };
  const options = registrationKeyOptions(site);
  const category = findCategory(options, request.category);
  if (!category) fault('/category', 'registration-keys/category-unknown');
  else if (!category.issuedHere) fault('/category', 'registration-keys/not-issued-here', { category: category.id });
  const feature = category && findFeature(options, request.productNumber, category.id);
  if (category && !feature) fault('/productNumber', 'registration-keys/product-unknown');
  const purpose = take('/purpose', parseText(request.purpose, { min: 1, max: purposeCharactersMax }));
  const note = take('/note', parseText(request.note, { max: noteCharactersMax }));
  if (request.count < 1 || request.count > batchKeysMax)
    fault('/count', 'registration-keys/batch-size', { min: 1, max: batchKeysMax });
  if (errors.length > 0 || !category || !feature) return { errors };
  const batch = {
    id: newId(),
    category: category.id,
    productNumber: request.productNumber,
    feature: feature.code,
    purpose,
    note,
    keyCount: request.count,
    createdAt: scope.now,
  };
  return { batch };
}

export type Choice = { reason: string; numbers?: readonly string[] | undefined };

type Chosen = { batch: Batch; numbers: string[]; reason: string };

/** Reads which unused keys of a batch are meant, and why; without numbers, all of them. */
async function choose(tx: Tx, scope: Scope, batchId: string, choice: Choice): Promise<Chosen | Refused> {
  const reason = readReason(choice.reason);
  const numbers = choice.numbers?.map((typed) => parseKey(typed)) ?? null;
  const errors: FieldFault[] = [];
  if (!reason.ok) errors.push(faultAt('/reason', reason));
  numbers?.forEach((number, index) => {
    if (!number.ok) errors.push(faultAt(`/numbers/${index}`, number));
  });
  if (!reason.ok || errors.length > 0) return { refused: platformProblem('invalid-fields', { errors }) };
  const batch = await findBatch(tx, scope, batchId);
  if (!batch) return { refused: platformProblem('not-found') };
  const only = numbers && numbers.flatMap((number) => (number.ok ? [number.value] : []));
  const unused = await lockUnused(tx, scope, batchId, only);
  // All that were asked for or none: one that was used meanwhile must not be overlooked.
  if (unused.length === 0 || (only && unused.length !== new Set(only).size))
    return { refused: registrationKeyProblem('nothing-unused') };
  return { batch, numbers: unused, reason: reason.value };
}

/** New registration IDs for unused keys whose sheet was lost or never arrived; the old ones die (K-13). */
export async function renewRegistrationIds(
  app: App,
  tx: Tx,
  site: Site,
  scope: Scope,
  batchId: string,
  { format, ...choice }: Choice & { format: SheetFormat },
): Promise<Made | Refused> {
  const chosen = await choose(tx, scope, batchId, choice);
  if ('refused' in chosen) return chosen;
  const { batch, numbers, reason } = chosen;
  const delivery = { id: newId(), batchId, format, renewed: true, keyCount: numbers.length };
  await insertDelivery(tx, scope, delivery);
  const digits = registrationKeyOptions(site).registrationIdDigits;
  const keys = await renewIds(app, tx, scope, numbers, delivery.id, digits);
  const event = {
    what: 'activation-keys.renewed' as const,
    subject: `activation-key-batch/${batchId}`,
    data: { keys: keys.length, delivery: delivery.id },
    details: { reason },
  };
  return { sheet: { batch, deliveryId: delivery.id, format, keys }, events: [event] };
}

/** Voids unused keys, e.g. of a parcel that was stolen: to a dealer they read like keys that never were (K-13). */
export async function voidUnused(
  tx: Tx,
  scope: Scope,
  batchId: string,
  choice: Choice,
): Promise<{ voided: number; events: NewEvent[] } | Refused> {
  const chosen = await choose(tx, scope, batchId, choice);
  if ('refused' in chosen) return chosen;
  await voidKeys(tx, scope, chosen.numbers);
  const event = {
    what: 'activation-keys.voided' as const,
    subject: `activation-key-batch/${batchId}`,
    data: { numbers: chosen.numbers },
    details: { reason: chosen.reason },
  };
  return { voided: chosen.numbers.length, events: [event] };
}
