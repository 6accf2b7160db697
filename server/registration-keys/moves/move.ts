import { formatDeviceId, parseDeviceId } from '../../../domain/identifiers/device-id.ts';
import { readReason } from '../../../domain/identifiers/reason.ts';
import { formatKey } from '../../../domain/registration-keys/key.ts';
import { slotsMax } from '../../../domain/registration-keys/layout.ts';
import { findCategory, type Category } from '../../../domain/registration-keys/options.ts';
import { registrationKeyOptions } from '../../../domain/site/capabilities.ts';
import type { Verdict } from '../../../domain/verdict.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { faultAt, platformProblem, type FieldFault } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { newId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import { journalBindings } from '../journal.ts';
import { keyMaker } from '../masters.ts';
import { registrationKeyProblem } from '../problems.ts';
import { countSlots, findActivationKeys, findBindings, insertBindings, lockDevices, lockIdentifier } from '../store.ts';
import { closeBinding, copyIssues } from './store.ts';

export type MoveRequest = { from: string; to: string; reason: string };
export type Moved = { from: string; to: string; registrationKey: string };

type Read = { from: string; to: string; reason: string };

/**
 * The one exception to K-04: an operator moves an activation key to a new device ID, with a reason. The old row stays,
 * marked, and its key stays valid on the old unit. `from` is the device ID that the operator saw: of two who move
 * at once, one is told that the other did.
 */
export async function moveBinding(
  app: App,
  tx: Tx,
  site: Site,
  scope: Scope,
  number: string,
  request: MoveRequest,
): Promise<Outcome<Moved>> {
  const known = (await findActivationKeys(tx, site.id, [number], false))[0];
  const options = registrationKeyOptions(site);
  const category = known && findCategory(options, known.category);
  if (!category) return { reply: platformProblem('not-found') };
  const read = readMove(category, request);
  if ('errors' in read) return { reply: platformProblem('invalid-fields', { errors: read.errors }) };
  const { from, to, reason } = read;
  await lockDevices(tx, site.id, [to]);
  await findActivationKeys(tx, site.id, [number], true);
  const binding = (await findBindings(tx, scope, [number]))[0];
  if (!binding) return { reply: registrationKeyProblem('not-bound') };
  if (binding.deviceId !== from) return { reply: registrationKeyProblem('moved-meanwhile') };
  const slots = await countSlots(tx, site.id, category.idFormat, to, binding.product);
  const slot = slots.get(binding.feature) ?? 0;
  if (slot >= slotsMax)
    return refuse({ pointer: '/to', code: 'registration-keys/slots-used-up', params: { max: slotsMax } });
  const version = options.scheme.issue;
  const makeKey = await keyMaker(app, site, [version]);
  const moved = {
    id: newId(),
    activationKey: number,
    identifierId: await lockIdentifier(tx, site.id, category.idFormat, to),
    product: binding.product,
    feature: binding.feature,
    slot,
    keyVersion: version,
    issuedAt: scope.now,
    movedFrom: binding.id,
  };
  await closeBinding(tx, scope, binding.id);
  await insertBindings(tx, site.id, [moved]);
  await journalBindings(app, tx, site.id, [moved.id]);
  const organizations = await copyIssues(tx, scope, binding.id, moved.id);
  const event = {
    what: 'registration-keys.moved' as const,
    subject: `activation-key/${number}`,
    data: { binding: moved.id, from: binding.id, organizations },
    details: { reason },
  };
  const key = makeKey({ product: moved.product, deviceId: to, feature: moved.feature, slot, version });
  const shown = (deviceId: string) => formatDeviceId(deviceId, category.idFormat);
  const body = { from: shown(from), to: shown(to), registrationKey: formatKey(key) };
  return { reply: { status: 201, body }, events: [event] };
}

function readMove(category: Category, request: MoveRequest): Read | { errors: FieldFault[] } {
  const errors: FieldFault[] = [];
  const take = (pointer: string, verdict: Verdict<string>): string => {
    if (verdict.ok) return verdict.value;
    errors.push(faultAt(pointer, verdict));
    return '';
  };
  const from = take('/from', parseDeviceId(request.from, category.idFormat));
  const to = take('/to', parseDeviceId(request.to, category.idFormat));
  const reason = take('/reason', readReason(request.reason));
  if (errors.length === 0 && from === to) errors.push({ pointer: '/to', code: 'registration-keys/same-device' });
  return errors.length > 0 ? { errors } : { from, to, reason };
}

function refuse(error: FieldFault): Outcome<Moved> {
  return { reply: platformProblem('invalid-fields', { errors: [error] }) };
}
