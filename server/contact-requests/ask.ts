import {
  askedPerHour,
  mayAcknowledge,
  readAsked,
  readAskedBy,
  type AskedFault,
} from '../../domain/contact-requests/request.ts';
import { trips, waitUntil } from '../../domain/hourly-quota.ts';
import { contactRequestOptions } from '../../domain/site/capabilities.ts';
import type { Language } from '../../domain/site/languages.ts';
import type { App, Site } from '../kernel/app.ts';
import { after, daysMs, hoursMs } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import type { NewEvent } from '../kernel/events.ts';
import { platformProblem, type FieldFault, type Problem } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { insideId, newId, outsideId } from '../kernel/ids.ts';
import { keyedHash } from '../kernel/seal.ts';
import type { Scope } from '../kernel/session.ts';
import { lockTries, storeTries } from '../kernel/tries.ts';
import { contactRequestProblem } from './problems.ts';
import type { StrangerWish, UserWish } from './schemas.ts';
import { findDevice } from './store.ts';

type Asked = Outcome<{ id: string }>;

const faultsOf = (faults: readonly AskedFault[]): FieldFault[] =>
  faults.map(({ field, ...fault }) => ({ pointer: `/${field}`, ...fault }));

/** Whom the event has mailed, as the site's data say it at this moment. */
function told(site: Site) {
  const { tells } = contactRequestOptions(site);
  return {
    contact: tells.includes('contact-address') ? { mail: site.contact.mail, language: site.languages[0] } : null,
    operators: tells.includes('operators'),
  };
}

/** A user asks: who they are and which device it is about the server fills in (P-06). */
export async function askAsUser(tx: Tx, site: Site, scope: Scope, language: Language, wish: UserWish): Promise<Asked> {
  const { values, faults } = readAsked(wish, contactRequestOptions(site).kinds);
  const deviceId = wish.device ? insideId(wish.device) : null;
  const label = deviceId && (await findDevice(tx, scope, deviceId));
  const errors = faultsOf(faults);
  if (deviceId && !label) errors.push({ pointer: '/device', code: 'contact-requests/device-not-yours' });
  if (errors.length > 0) return { reply: platformProblem('invalid-fields', { errors }) };
  const { siteId, userId, organizationId, now } = scope;
  const taken = await takeTurns(tx, siteId, now, [
    { purpose: 'contact-request-user', subject: userId, max: askedPerHour.user },
  ]);
  if ('problem' in taken) return { reply: taken };
  const id = newId();
  await tx
    .insertInto('contact_requests')
    .values({
      ...rowOf(site, id, now, values, wish, language),
      device_id: deviceId,
      device_label: label || null,
      organization_id: organizationId,
      user_id: userId,
    })
    .execute();
  const data = { request: id, organization: organizationId, kind: values.kind, known: true, ...told(site) };
  return made(id, [{ what: 'contact-request.opened', subject: `contact-request/${id}`, data }]);
}

/**
 * Somebody asks who is not logged in. What they say of themselves is not compared with any account, so nothing can be learnt here; the address is sent
 * one fixed acknowledgement a day and otherwise only what an operator writes.
 */
export async function askAsStranger(
  app: App,
  tx: Tx,
  site: Site,
  address: string,
  now: Date,
  wish: StrangerWish,
): Promise<Asked> {
  const asked = readAsked(wish, contactRequestOptions(site).kinds);
  const by = readAskedBy(wish);
  const errors = faultsOf([...by.faults, ...asked.faults]);
  if (errors.length > 0) return { reply: platformProblem('invalid-fields', { errors }) };
  const hashed = (text: string) => keyedHash(app.keys.proofs, 'contact-request', site.id, text).toString('base64url');
  const all = { purpose: 'contact-request-strangers', subject: 'all', max: askedPerHour.strangers };
  const taken = await takeTurns(tx, site.id, now, [
    { purpose: 'contact-request-address', subject: hashed(address), max: askedPerHour.address },
    all,
  ]);
  if ('problem' in taken) return { reply: taken };
  const { name, mail, organization } = by.values;
  const acknowledged = await takeAcknowledgement(tx, site.id, hashed(mail.toLowerCase()), now);
  const id = newId();
  await tx
    .insertInto('contact_requests')
    .values({
      ...rowOf(site, id, now, asked.values, wish, wish.language),
      typed_name: name,
      typed_mail: mail,
      typed_organization: organization,
    })
    .execute();
  const subject = `contact-request/${id}`;
  const data = { request: id, kind: asked.values.kind, known: false, acknowledged, ...told(site) };
  const full = taken.filled.includes(all.purpose);
  return made(id, [
    { what: 'contact-request.opened', subject, data },
    ...(full ? [{ what: 'contact-request.form-full', subject, data: { perHour: all.max } } as const] : []),
  ]);
}

function made(id: string, events: readonly NewEvent[]): Asked {
  return { reply: { status: 201, body: { id: outsideId('contactRequest', id) } }, events };
}

type Values = { kind: string; about: string; text: string };
type From = { page: string; reference: string };

function rowOf(site: Site, id: string, now: Date, values: Values, { page, reference }: From, language: Language) {
  const { kind, about, text } = values;
  const row = { site_id: site.id, id, created_at: now, kind, about, text, page, reference, language };
  return { ...row, state: 'open', version: 1 };
}

type Turn = { purpose: string; subject: string; max: number };

/** Counts one more request under each of these, unless one of them is full for this hour; says which it has filled. */
async function takeTurns(
  tx: Tx,
  siteId: string,
  now: Date,
  turns: readonly Turn[],
): Promise<{ filled: string[] } | Problem> {
  const counted: (Turn & { before: Date[] })[] = [];
  for (const turn of turns)
    counted.push({ ...turn, before: await lockTries(tx, siteId, turn.purpose, turn.subject, after(now, -hoursMs)) });
  const waits = counted.flatMap(({ before, max }) => waitUntil(before, now, max)?.getTime() ?? []);
  if (waits.length > 0) {
    const retryAfterSeconds = Math.ceil((Math.max(...waits) - now.getTime()) / 1000);
    return contactRequestProblem('too-many', {
      params: { minutes: Math.ceil(retryAfterSeconds / 60) },
      retryAfterSeconds,
    });
  }
  for (const { purpose, subject, before } of counted) await storeTries(tx, siteId, purpose, subject, [...before, now]);
  return { filled: counted.filter(({ before, max }) => trips(before.length, 1, max)).map(({ purpose }) => purpose) };
}

async function takeAcknowledgement(tx: Tx, siteId: string, subject: string, now: Date): Promise<boolean> {
  const purpose = 'contact-request-acknowledged';
  const before = await lockTries(tx, siteId, purpose, subject, after(now, -daysMs));
  if (!mayAcknowledge(before, now)) return false;
  await storeTries(tx, siteId, purpose, subject, [...before, now]);
  return true;
}
