import { noValues } from '../../../domain/devices/fields.ts';
import { warrantyAfter } from '../../../domain/devices/transfer.ts';
import { deviceOptions } from '../../../domain/site/capabilities.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';
import { platformProblem, type Problem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { newId, outsideId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import { dealersOf, linkDealer } from '../../organizations/tree/dealers.ts';
import { contributionsAt, judgedBy, leave, type Contributions, type OwnedSpan } from '../contribution.ts';
import { deviceProblem } from '../problems.ts';
import { openRegistrations } from '../registration/open.ts';
import { closeRegistration, findRegistered, lockDevice } from '../registered.ts';
import { closeTransfer, findTransfer, stateOf, type TransferRow } from './store.ts';

type Around = { app: App; tx: Tx; site: Site; scope: Scope; contributions: Contributions };

/**
 * The receiver takes a device over (P-31): the old owner's span ends and the receiver's begins at this instant, with what the site has follow.
 * Place, user and remarks stay with the old owner. Dealers who looked after it go on only where the receiver says so.
 */
export async function takeOver(
  around: Around,
  transferId: string,
  dealers: readonly string[],
): Promise<Outcome<{ device: string }>> {
  const { tx, scope } = around;
  const seen = await findTransfer(tx, scope, transferId);
  if (!seen || seen.side !== 'received') return { reply: platformProblem('not-found') };
  await lockDevice(tx, scope.siteId, seen.deviceId);
  const found = await findTransfer(tx, scope, transferId);
  if (!found) return { reply: deviceProblem('transfer-over') };
  const state = stateOf(found, scope.now);
  if (state === 'waiting') return { reply: deviceProblem('transfer-waiting') };
  if (state !== 'open') return { reply: deviceProblem('transfer-over') };
  const kept = await keptDealers(tx, scope, found, dealers);
  if (kept === null) return { reply: platformProblem('not-found') };
  const passed = await passOn(around, found);
  if (passed === null) return { reply: deviceProblem('transfer-over') };
  if ('problem' in passed) return { reply: passed };
  const { registrationId } = passed;
  const { deviceId, fromId } = found;
  const linked = await linkKept(around, { organizationId: scope.organizationId, registrationId }, kept);
  const data = {
    transfer: found.id,
    device: deviceId,
    registration: registrationId,
    from: fromId,
    organization: scope.organizationId,
    dealers: kept,
  };
  return {
    reply: { status: 200, body: { device: outsideId('device', deviceId) } },
    events: [{ what: 'transfers.accepted', subject: `device/${deviceId}`, data }, ...linked, ...passed.events],
  };
}

/** The dealers that were named, where all of them look after the device today; else null. */
async function keptDealers(
  tx: Tx,
  scope: Scope,
  { fromId, registrationId }: TransferRow,
  named: readonly string[],
): Promise<readonly string[] | null> {
  const there = new Set((await dealersOf(tx, scope, fromId, registrationId)).map(({ id }) => id));
  return named.every((id) => there.has(id)) ? [...new Set(named)] : null;
}

/** The dealers that go on: by links where the site has them, else by a grant over the device. */
async function linkKept(around: Around, device: OwnedSpan, dealers: readonly string[]): Promise<NewEvent[]> {
  const { tx, site, scope, contributions } = around;
  const [keep] = contributionsAt(site, contributions).flatMap(({ dealersKept }) => dealersKept ?? []);
  if (keep) return keep({ tx, site, scope }, device, dealers);
  const events: NewEvent[] = [];
  for (const dealer of dealers) events.push(...(await linkDealer(tx, site, device, dealer, scope.now)));
  return events;
}

type Passed = { registrationId: string; events: NewEvent[] };

/** Ends the old span and begins the new one; null when the old one is not in force any more. */
async function passOn(
  around: Around,
  { deviceId, fromId, registrationId }: TransferRow,
): Promise<Passed | Problem | null> {
  const { tx, site, scope, contributions } = around;
  const before = await findRegistered(tx, { ...scope, organizationId: fromId }, deviceId, 'configure');
  if (!before || before.registrationId !== registrationId || before.endedOn !== null) return null;
  const { organizationId } = scope;
  const devices = [{ deviceId, model: before.model }];
  const wish = { organizationId, from: fromId, cause: 'transferred' as const, devices };
  const [objection] = await judgedBy(around, contributions, wish, true);
  if (objection) return { problem: true, status: 409, ...objection };
  const left = await leave(around, contributions, { deviceId, organizationId: fromId, to: organizationId });
  const { follows } = deviceOptions(site).transfer;
  const { purchasedOn, warrantyUntil } = warrantyAfter(before, follows);
  const { serial, model, type, shippedOn, timeZone } = before;
  const next = newId();
  await closeRegistration(tx, scope, before);
  await closeTransfer(tx, scope, deviceId, { outcome: 'accepted', toOrganizationId: scope.organizationId });
  // Its days go on being cut as they were; where it stands the new owner says.
  const values = { ...noValues, purchasedOn: purchasedOn ?? '', timeZone };
  const opening = { registrationId: next, deviceId, organizationId: scope.organizationId, serial, model, type };
  const { events } = await openRegistrations(around, 'transferred', [{ ...opening, shippedOn, values, warrantyUntil }]);
  return { registrationId: next, events: [...left, ...events] };
}
