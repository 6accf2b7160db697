import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { bootstrapProof } from '../../../domain/readings/bootstrap.ts';
import { rootOf } from '../../../domain/protocol/topics.ts';
import { canonicalSerial } from '../../../domain/identifiers/serial-number.ts';
import type { App, Site } from '../../kernel/app.ts';
import { minutesMs } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/database.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { insideId, outsideId } from '../../kernel/ids.ts';
import { keyedHash } from '../../kernel/seal.ts';
import { admitAtGate } from '../broker/external/gate.ts';
import { factorySecretOf } from '../masters.ts';
import { readingProblem } from '../problems.ts';
import { isAnswered, makeCredential, noteLockedCall } from './store.ts';

const nonceBytes = 16;
const lifeMs = 5 * minutesMs;

/** Says its own end and carries its own signature, so that nothing is kept of challenges that nobody answers. */
export function makeChallenge(app: App, site: Site, serial: string, now: Date): { challenge: string; endsAt: Date } {
  const endsAt = new Date(now.getTime() + lifeMs);
  const body = `${endsAt.getTime().toString(36)}.${randomBytes(nonceBytes).toString('base64url')}`;
  return { challenge: `${body}.${signature(app, site, serial, body)}`, endsAt };
}

function signature(app: App, site: Site, serial: string, body: string): string {
  return keyedHash(app.keys.proofs, 'device challenge', site.id, canonicalSerial(serial), body).toString('base64url');
}

function isLive(app: App, site: Site, serial: string, challenge: string, now: Date): boolean {
  const [end = '', nonce = '', signed = ''] = challenge.split('.');
  const right = Buffer.from(signature(app, site, serial, `${end}.${nonce}`));
  const given = Buffer.from(signed);
  return right.length === given.length && timingSafeEqual(right, given) && Number.parseInt(end, 36) > now.getTime();
}

export type Answered = { serial: string; challenge: string; proof: string };
export type Given = { device: string; username: string; password: string; root: string };

/**
 * Gives a credential to the device that proves its factory secret, registered or not. What is wrong is not told: the serial number may
 * be none, of a device that is locked, or the proof another's.
 */
export async function answerChallenge(
  app: App,
  tx: Tx,
  site: Site,
  { serial: typed, challenge, proof }: Answered,
  now: Date,
): Promise<Outcome<Given>> {
  const refused = { reply: readingProblem('proof-wrong') };
  const serial = canonicalSerial(typed);
  if (!isLive(app, site, serial, challenge, now)) return refused;
  const device = await findManufactured(tx, site, serial);
  if (!device) return refused;
  const secret = await factorySecretOf(app, site, { model: device.model, serial });
  const right = Buffer.from(bootstrapProof(secret, { site: site.id, serial, challenge }));
  const given = Buffer.from(proof.toLowerCase());
  if (right.length !== given.length || !timingSafeEqual(right, given)) return refused;
  const challengeHash = createHash('sha256').update(challenge).digest();
  if (await isAnswered(tx, site.id, challengeHash)) return refused;
  if (device.lockedAt !== null) {
    await noteLockedCall(app.db, device.deviceKey, now);
    return refused;
  }
  const { deviceId } = device;
  const credential = await makeCredential(tx, app.keys.proofs, { siteId: site.id, deviceId, challengeHash, now });
  const name = outsideId('device', deviceId);
  const body = {
    device: name,
    username: outsideId('deviceCredential', credential.id),
    password: credential.secret,
    root: rootOf({ site: site.id, device: name }),
  };
  const data = { device: name, credential: body.username };
  return {
    reply: { status: 201, body },
    events: [{ what: 'readings.credential-given', subject: `device/${deviceId}`, data }],
  };
}

/** Where another broker lets devices in, it is told of a credential as soon as that is committed. */
export async function admitGiven(app: App, site: Site, { device, username, password }: Given): Promise<void> {
  const known = { siteId: site.id, id: insideId(username), deviceId: insideId(device), secret: password };
  await admitAtGate(app, known);
}

type Manufactured = { deviceId: string; deviceKey: number; model: string; lockedAt: Date | null };

async function findManufactured(tx: Tx, site: Site, serial: string): Promise<Manufactured | undefined> {
  const { rows } = await sql<Manufactured>`
    select device_id as "deviceId", device_key as "deviceKey", model, locked_at as "lockedAt" from v_manufactured_devices
    where site_id = ${site.id} and serial = ${serial}`.execute(tx);
  return rows[0];
}
