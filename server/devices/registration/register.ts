import { warrantyUntil } from '../../../domain/devices/warranty.ts';
import { civilDay } from '../../../domain/site/civil-day.ts';
import { deviceOptions } from '../../../domain/site/capabilities.ts';
import { sql } from 'kysely';
import { reachable } from '../../kernel/access.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';
import { platformProblem, type FieldFault, type Problem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { insideId, newId, outsideId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import type { Contributions } from '../contribution.ts';
import { columnsAt, presentListed } from '../contribution.ts';
import { deviceProblem } from '../problems.ts';
import { countMiss, judgeTries } from '../tries.ts';
import { judgeWishes, type Judged } from './judge.ts';
import { openRegistrations, type Opening } from './open.ts';
import { storeParents } from './parents.ts';
import { readWish, type Typed, type WishFault } from './read.ts';
import type { RegistrationAnswer, RegistrationReview } from './schemas.ts';

export type Asked = {
  app: App;
  tx: Tx;
  site: Site;
  scope: Scope;
  address: string | null;
  contributions: Contributions;
};
export type RegistrationBody = Typed & { for?: string | undefined };
type Sound = { judged: Judged; organizationId: string };

/** What would be registered, with every fault at its place; nothing is stored but a try (U-03). */
export async function reviewRegistration(asked: Asked, body: RegistrationBody): Promise<Outcome<RegistrationReview>> {
  const found = await judge(asked, body, false);
  if ('refused' in found) return { reply: found.refused, events: found.events };
  const { wish, model, parent, device } = found.judged;
  const { claimCode: _, ...rest } = wish;
  return {
    reply: {
      status: 200,
      body: {
        ...rest,
        registeredTo: parent && { serial: parent.serial, model: parent.model },
        model: device.model,
        type: model.type,
        warrantyUntil: warrantyUntil(wish.values.purchasedOn || null, model.warrantyMonths),
      },
    },
  };
}

/** Makes a device the organization's (U-03), with what other capabilities give for it, all in one transaction. */
export async function registerDevice(asked: Asked, body: RegistrationBody): Promise<Outcome<RegistrationAnswer>> {
  const found = await judge(asked, body, true);
  if ('refused' in found) return { reply: found.refused, events: found.events };
  const { site, tx, scope, contributions } = asked;
  const opening = openingOf(found.judged, found.organizationId);
  const { listed, events } = await openRegistrations(asked, 'registered', [opening]);
  const { parent } = found.judged;
  if (parent) await storeParents(tx, scope, [{ deviceId: opening.deviceId, parentDeviceId: parent.deviceId }]);
  const { serial, model, type, deviceId, registrationId } = opening;
  const contributed = presentListed(columnsAt(site, contributions), listed.get(registrationId) ?? {});
  return {
    reply: {
      status: 201,
      body: {
        id: outsideId('device', deviceId),
        registration: outsideId('registration', registrationId),
        serial,
        model,
        type,
        registeredAt: scope.now.toISOString(),
        warrantyUntil: opening.warrantyUntil,
        contributed,
      },
    },
    events: [registered(opening), ...events],
  };
}

/** A judged wish as the registration that begins with it. */
export function openingOf({ wish, device, model }: Judged, organizationId: string): Opening {
  return {
    registrationId: newId(),
    deviceId: device.deviceId,
    organizationId,
    serial: device.serial,
    model: device.model,
    type: model.type,
    shippedOn: device.shippedOn,
    values: wish.values,
    warrantyUntil: warrantyUntil(wish.values.purchasedOn || null, model.warrantyMonths),
  };
}

function registered({ deviceId, registrationId, organizationId, model, serial }: Opening): NewEvent {
  return {
    what: 'devices.registered',
    subject: `device/${deviceId}`,
    data: { device: deviceId, registration: registrationId, organization: organizationId, model },
    details: { serial },
  };
}

async function judge(
  asked: Asked,
  body: RegistrationBody,
  lock: boolean,
): Promise<Sound | { refused: Problem; events: NewEvent[] }> {
  const { tx, site, scope, address } = asked;
  const invalid = (errors: FieldFault[]) => ({ refused: platformProblem('invalid-fields', { errors }), events: [] });
  const read = readWish(deviceOptions(site), body, civilDay(scope.now, site.timeZone));
  if (!read.ok) return invalid(read.faults.map(atPointer));
  const organizationId = body.for ? insideId(body.for) : scope.organizationId;
  if (!(await mayConfigure(tx, scope, organizationId)))
    return invalid([{ pointer: '/for', code: 'platform/not-found' }]);
  const tries = await judgeTries(tx, scope, address);
  if (tries.refused) return { refused: tries.refused, events: [] };
  const [judged] = await judgeWishes(asked, organizationId, [read.value], lock);
  if (!judged) throw new Error('a wish was not judged');
  if (judged.ok) return { judged: judged.value, organizationId };
  const errors = judged.faults.map(atPointer);
  if (!judged.missed && !judged.own) return invalid(errors);
  const events = judged.missed ? await countMiss(tx, scope, tries) : [];
  return { refused: deviceProblem('registration-refused', { errors }), events };
}

async function mayConfigure(tx: Tx, scope: Scope, organizationId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select ${organizationId}::uuid in ${reachable(scope, 'configure')} as may`.execute(tx);
  return rows[0]?.may === true;
}

function atPointer({ at, ...fault }: WishFault): FieldFault {
  const top = ['serial', 'claimCode', 'registeredTo'].includes(at);
  return { pointer: top ? `/${at}` : `/values/${at}`, ...fault };
}
