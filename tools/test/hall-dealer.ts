import { civilDay } from '../../domain/site/civil-day.ts';
import { after, hoursMs } from '../../server/kernel/clock.ts';
import { insideId } from '../../server/kernel/ids.ts';
import { giveActivationKeys, randomHex } from './activation-keys.ts';
import { giveAddress, plantAlarm } from './alarms.ts';
import { makeApiKey } from './api-keys.ts';
import { authenticator } from './authenticator.ts';
import { bulkCsv, pairsOf } from './bulk.ts';
import { giveDevices, register } from './devices.ts';
import {
  anEvent,
  canary,
  done,
  firstOf,
  grantTo,
  newHallDealer,
  newOwnerOf,
  ownerNamed,
  victimName,
  type HallServer,
  type Things,
} from './hall-site.ts';
import { uploadFile } from './imports.ts';
import { giveStock } from './licence-stock.ts';
import { assignLicences } from './licences.ts';
import { everybodysPassword, makeBelow, newColleague, siteOf, type Colleague } from './organizations.ts';
import type { Answer } from './person.ts';
import { addPasskey } from './second-factor.ts';
import { makeWebhook } from './webhooks.ts';

export type Furnished = { victim: Colleague; linked: Colleague; known: Things; secrets: string[]; serial: string };

const passkeyIn = ({ body }: Answer) => String((body.passkeys as { id: string }[])[0]?.id);

/** A dealer below another, with something in every room. */
export async function furnishDealer(server: HallServer, operator: Colleague, siteId: string): Promise<Furnished> {
  const parent = await newHallDealer(server, '見本総代理店', siteId);
  const below = { kind: 'dealer', name: victimName, owner: ownerNamed(`${canary}一郎`, 'first@example.jp') };
  const own = await done(parent.create(`${parent.path}/organizations`, below));
  const victim = await newOwnerOf(server, siteId, own);
  await addPasskey(victim, authenticator(new URL(server.url).origin), everybodysPassword);
  const { path } = victim;
  const colleague = await newColleague(server, own, 'manager', { siteId });
  const linked = await newHallDealer(server, '別の管理店', siteId);
  const keys = await giveActivationKeys(server, 2, { site: siteId });
  const deviceId = randomHex(16);
  const issue = { category: 'conference-unit', deviceId, activationKeys: [keys[0]] };
  await done(victim.create(`${path}/registration-keys`, issue));
  const lines = [`${canary}ビル`, `${canary}会議室`];
  await done(victim.call('PUT', `${path}/registration-keys/installations/${deviceId}`, { lines }));
  await done(operator.create(`${operator.path}/acting`, { of: own, reason: `${canary}のお手伝い` }));
  await done(operator.call('DELETE', '/acting'));
  const [serial = '', ended = ''] = await giveDevices(server, 2, { site: siteId });
  const device = await done(register(victim, serial, { company: `${canary}商会`, remarks: canary }));
  const offered = { to: 'buyer-of-theirs@example.jp' };
  const end = { endedOn: '2026-11-01', reason: `${canary}の廃棄` };
  const old = await done(register(victim, ended, {}));
  const terms = await linkTerms(server, linked, device);
  const file = await uploadFile(victim, 'bulk-issue', bulkCsv(pairsOf(keys)), `${canary}.csv`);
  const customer = await makeBelow(victim, 'customer', { name: `${canary}家` });
  const managed = { to: own, rights: ['configure'], until: null };
  await done(operator.create(`${operator.path}/organizations/${customer}/grants`, managed));
  const line = { type: 'direct', termMonths: 12, quantity: 1 };
  const day = civilDay(after(server.clock.now(), 30 * 24 * hoursMs), siteOf(server, siteId).timeZone);
  const plan = await victim.create(`${path}/licence-plans`, { customer, lines: [line], day });
  await giveStock(server, siteId, own, [line]);
  const [assigned] = await assignLicences(victim, customer, line);
  const invitation = { ...ownerNamed(`${canary}三郎`, 'third@example.jp'), role: 'member' };
  const draft = { kind: 'registration-keys', values: { deviceId: canary } };
  const webhook = await plantWebhook(victim);
  const known = {
    organization: own,
    other: own,
    user: colleague.id,
    grant: await grantTo(operator, victim, linked, ['list']),
    invitation: await done(victim.create(`${path}/invitations`, invitation)),
    order: await giveStock(server, siteId, own, [line], { number: `${canary}-1` }),
    licence: String(assigned?.licences[0]),
    plan: String((plan.body.plans as string[])[0]),
    session: firstOf(await victim.call('GET', '/account/sessions')),
    passkey: passkeyIn(await victim.call('GET', '/account/second-factor')),
    draft: await done(victim.create('/drafts', draft)),
    import: file.shown.id,
    acting: firstOf(await victim.call('GET', `${path}/acting`)),
    event: await anEvent(victim),
    deviceId,
    device,
    transfer: await done(victim.create(`${path}/devices/${device}/offer`, offered)),
    link: await done(victim.create(`${path}/maintenance-links`, terms)),
    endReport: await done(victim.create(`${path}/devices/${old}/end-report`, end)),
    number: String(keys[0]?.number),
    alarm: await plantAlarm(server, siteId, serial, canary),
    group: await done(victim.create(`${path}/device-groups`, { name: canary, devices: [device] })),
    request: await done(victim.create(`${path}/contact-requests`, { kind: 'usage', text: canary })),
    webhook,
    key: (await makeApiKey(victim, ['devices:read'], { name: canary })).id,
    address: await giveAddress(server, victim, 'canary-staff@example.jp', 'ja', siteId),
  };
  const secrets = [deviceId, serial, ended, offered.to, String(keys[0]?.number), victim.mail, colleague.mail];
  return { victim, linked, known, secrets, serial };
}

/** A way for a customer to name this dealer, and a link of one device with it. */
async function linkTerms({ app }: HallServer, dealer: Colleague, device: string): Promise<object> {
  const reached = { phone: '+81312345678', dealer_code: 'linked01' };
  await app.db.updateTable('organizations').set(reached).where('id', '=', insideId(dealer.organization)).execute();
  return { dealer: reached.dealer_code, phone: reached.phone, devices: [device], configure: false, until: '' };
}

/** One that nothing is ever sent to. */
async function plantWebhook(victim: Colleague): Promise<string> {
  const { id } = await makeWebhook(victim, `https://receiver.invalid/${encodeURIComponent(canary)}`, [
    'devices.changed',
  ]);
  await victim.call('PUT', `${victim.path}/webhooks/${id}/switch`, { on: false });
  return id;
}
