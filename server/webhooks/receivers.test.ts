import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { failingMaxMs, retryWaitsMs } from '../../domain/webhooks/waits.ts';
import { gatewaySite } from '../../tools/test/gateways.ts';
import { codeOf } from '../../tools/test/organizations.ts';
import { inTime, kinds, webhookStage } from '../../tools/test/webhook-stage.ts';
import { deliveriesOf, makeWebhook, type Receiver } from '../../tools/test/webhooks.ts';
import { hoursMs, minutesMs } from '../kernel/clock.ts';
import { insideId, newId } from '../kernel/ids.ts';
import { letGo, watchForDead, webhooksInHand } from './claims.ts';
import { finish } from './finish.ts';
import { deliverNext, endWaits } from './worker.ts';

const stage = webhookStage();
const { receiver, change, settled, later, arrived, stateOf } = stage;

/** It is in the hand of whoever has this claim, or in nobody's. */
const held = (id: string, claim: string | null) =>
  stage.server.app.db.updateTable('webhooks').set({ claim }).where('id', '=', insideId(id)).execute();

/** The first message is answered when the test says so, the others at once. */
function holdTheFirst(at: Receiver): () => void {
  const waiting: ServerResponse[] = [];
  at.answer((_, response) => void (waiting.length === 0 ? waiting.push(response) : response.writeHead(204).end()));
  return () => void waiting[0]?.writeHead(204).end();
}

describe('P-24 receivers that do not take it', () => {
  test('500: it is tried again under the same ID, later each time, until it is taken', async () => {
    const at = await receiver();
    at.answer(500);
    const { id, secret } = await makeWebhook(stage.owner, at.url, kinds);
    await change();
    await arrived(at, 1);
    await expect
      .poll(() => deliveriesOf(stage.owner, id), inTime)
      .toMatchObject([{ state: 'due', tries: 1, attempts: [{ status: 500, answer: 'answer 500' }] }]);
    expect(await stateOf(id)).toBe('failing');
    stage.server.clock.move(retryWaitsMs[0]);
    await arrived(at, 2);
    await expect.poll(async () => (await deliveriesOf(stage.owner, id))[0]?.tries, inTime).toBe(2);
    at.answer(200);
    stage.server.clock.move(retryWaitsMs[1]);
    await arrived(at, 3);
    expect(new Set(at.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    const times = at.received.map(({ headers }) => Number(headers['webhook-timestamp']));
    expect(times[1]).toBeGreaterThan(times[0] ?? 0);
    expect(new Set(at.received.map(({ headers }) => headers['webhook-signature'])).size).toBe(3);
    await expect.poll(() => stateOf(id), inTime).toBe('on');
    expect(secret).toContain('whsec_');
  });

  test('301: a redirect is an answer that is not followed', async () => {
    const [at, elsewhere] = [await receiver(), await receiver()];
    at.answer((_, response) => response.writeHead(301, { location: elsewhere.url }).end());
    const { id } = await makeWebhook(stage.owner, at.url, kinds);
    await change();
    await expect.poll(() => deliveriesOf(stage.owner, id), inTime).toMatchObject([{ attempts: [{ status: 301 }] }]);
    expect(elsewhere.received).toEqual([]);
  });

  test('410: it is switched off at once, the owners are mailed, and on again it is told of what comes', async () => {
    const at = await receiver();
    at.answer(410);
    const { id } = await makeWebhook(stage.owner, at.url, kinds);
    await change();
    await expect.poll(() => stateOf(id), inTime).toBe('gone');
    const mail = await stage.server.mail.waitFor(
      (one) => one.to === stage.owner.mail && one.subject.includes('Webhook を停止'),
    );
    expect(mail.text).toContain('410');
    expect(mail.text).toContain(at.url);
    await change();
    await settled();
    const again = `${stage.owner.path}/webhooks/${id}/deliveries/${(await deliveriesOf(stage.owner, id))[0]?.event}/again`;
    expect(codeOf(await stage.owner.call('POST', again))).toBe('webhooks/is-off');
    at.answer(204);
    await stage.owner.call('PUT', `${stage.owner.path}/webhooks/${id}/switch`, { on: true });
    await change();
    await arrived(at, 2);
    expect((await stage.owner.call('POST', again)).status).toBe(204);
    await arrived(at, 3);
    expect(at.received[2]?.headers['webhook-id']).toBe(at.received[0]?.headers['webhook-id']);
  });

  test('nothing for three days: given up, switched off, and the owners are mailed', async () => {
    const at = await receiver();
    at.answer(503);
    const { id } = await makeWebhook(stage.owner, at.url, kinds);
    await change();
    await arrived(at, 1);
    await expect.poll(() => stateOf(id), inTime).toBe('failing');
    await later(failingMaxMs);
    await expect.poll(() => stateOf(id), inTime).toBe('given-up');
    const told = (one: { to: string; subject: string }) =>
      one.to === stage.owner.mail && one.subject.includes('Webhook');
    expect((await stage.server.mail.waitFor(told)).text).toContain('3日間');
  });

  test('after its last try an event is given up and the next one is still sent', async () => {
    const at = await receiver();
    at.answer(500);
    const { id } = await makeWebhook(stage.owner, at.url, kinds);
    await change();
    await arrived(at, 1);
    await expect.poll(async () => (await deliveriesOf(stage.owner, id))[0]?.tries, inTime).toBe(1);
    await stage.server.app.db.updateTable('webhook_deliveries').set({ tries: retryWaitsMs.length }).execute();
    stage.server.clock.move(retryWaitsMs[0]);
    await expect.poll(async () => (await deliveriesOf(stage.owner, id))[0]?.state, inTime).toBe('failed');
    at.answer(204);
    await change();
    stage.server.clock.move(minutesMs);
    await expect
      .poll(async () => (await deliveriesOf(stage.owner, id)).map(({ state }) => state), inTime)
      .toEqual(['taken', 'failed']);
  });

  test('of a node that died is let go of at a start without other nodes, else when its claim has stood for a minute', async () => {
    const at = await receiver();
    const { id } = await makeWebhook(stage.owner, at.url, kinds);
    const takenByTheDead = () => held(id, newId());
    await takenByTheDead();
    await change();
    await settled();
    await later(5 * hoursMs);
    expect(await deliverNext(stage.server.app)).toBe(false);
    await letGo(stage.server.app.db);
    await arrived(at, 1);
    await expect.poll(() => deliveriesOf(stage.owner, id), inTime).toMatchObject([{ state: 'taken' }]);
    await takenByTheDead();
    await change();
    await settled();
    const look = watchForDead();
    for (const nowMs of [0, minutesMs - 1]) await look(stage.server.app.db, nowMs);
    expect(await deliverNext(stage.server.app)).toBe(false);
    await look(stage.server.app.db, minutesMs);
    await arrived(at, 2);
  });

  test('whose answer was noted, and the note not acknowledged, counts one try', async () => {
    const at = await receiver();
    const { id } = await makeWebhook(stage.owner, at.url, kinds);
    await change();
    await expect.poll(() => deliveriesOf(stage.owner, id), inTime).toMatchObject([{ state: 'taken', tries: 1 }]);
    const noted = await stage.server.app.db
      .selectFrom('webhook_attempts')
      .selectAll()
      .where('webhook_id', '=', insideId(id))
      .executeTakeFirstOrThrow();
    const sent = { status: 500, fault: null, answer: '', tookMs: 1 };
    const place = { siteId: gatewaySite, id: insideId(id), claim: noted.id };
    await finish(stage.server.app, place, { eventId: noted.event_id, sent });
    expect(await deliveriesOf(stage.owner, id)).toMatchObject([{ state: 'taken', tries: 1 }]);
    expect(await stateOf(id)).toBe('on');
  });

  test('whose answer is under way while the clock steps ahead by hours is not told a second time', async () => {
    const at = await receiver();
    const answerTheFirst = holdTheFirst(at);
    const { id } = await makeWebhook(stage.owner, at.url, kinds);
    await change();
    await arrived(at, 1);
    await later(5 * hoursMs);
    expect(await deliverNext(stage.server.app)).toBe(false);
    expect(at.received).toHaveLength(1);
    answerTheFirst();
    await expect.poll(() => deliveriesOf(stage.owner, id), inTime).toMatchObject([{ state: 'taken', tries: 1 }]);
    expect(at.received).toHaveLength(1);
  });

  test('that others took over from a node believed dead is noted by them alone, and by its own node not begun again', async () => {
    const at = await receiver();
    const answerTheFirst = holdTheFirst(at);
    const { id } = await makeWebhook(stage.owner, at.url, kinds);
    await change();
    await arrived(at, 1);
    await held(id, null);
    expect(await deliverNext(stage.server.app)).toBe(false);
    const others = newId();
    await held(id, others);
    answerTheFirst();
    // It is theirs as long as they hold it, whatever came of the try before.
    await expect.poll(() => webhooksInHand().includes(insideId(id)), inTime).toBe(false);
    expect(await deliveriesOf(stage.owner, id)).toMatchObject([{ state: 'due', tries: 0, attempts: [] }]);
    const [delivery] = await stage.server.app.db
      .selectFrom('webhook_deliveries')
      .select('event_id as eventId')
      .where('webhook_id', '=', insideId(id))
      .execute();
    const sent = { status: 204, fault: null, answer: '', tookMs: 1 };
    const place = { siteId: gatewaySite, id: insideId(id), claim: others };
    await finish(stage.server.app, place, { eventId: delivery?.eventId ?? '', sent });
    expect(await deliveriesOf(stage.owner, id)).toMatchObject([
      { state: 'taken', tries: 1, attempts: [{ status: 204 }] },
    ]);
  });

  test('what a clock that ran ahead had wait for hours goes out when the clock is right, and a wait as long as it should be stays', async () => {
    const [at, failing] = [await receiver(), await receiver()];
    const { id } = await makeWebhook(stage.owner, at.url, kinds);
    const other = await makeWebhook(stage.owner, failing.url, kinds);
    failing.answer(500);
    // Both wait: the one in the hand of somebody else, the other after a try in vain.
    await held(id, newId());
    await later(5 * hoursMs);
    await change();
    await settled();
    await expect.poll(async () => (await deliveriesOf(stage.owner, other.id))[0]?.tries, inTime).toBe(1);
    failing.answer(204);
    await later(-5 * hoursMs);
    await held(id, null);
    await endWaits(stage.server.app, stage.server.app.clock.now());
    for (const one of [at, failing]) await arrived(one, one === at ? 1 : 2);
    failing.answer(500);
    await change();
    await arrived(failing, 3);
    await arrived(at, 2);
    await expect.poll(async () => (await deliveriesOf(stage.owner, other.id))[0]?.tries, inTime).toBe(1);
    await endWaits(stage.server.app, stage.server.app.clock.now());
    expect(await deliverNext(stage.server.app)).toBe(false);
    expect(failing.received).toHaveLength(3);
  });

  test('one that hangs delays nobody else', async () => {
    const [hanging, quick] = [await receiver(), await receiver()];
    hanging.answer(() => undefined);
    const stuck = await makeWebhook(stage.owner, hanging.url, kinds);
    await makeWebhook(stage.owner, quick.url, kinds);
    for (let count = 0; count < 3; count += 1) await change();
    await arrived(quick, 3);
    // The first of the three is still under way to the one that hangs.
    expect(hanging.received).toHaveLength(1);
    expect((await deliveriesOf(stage.owner, stuck.id)).map(({ tries }) => tries)).toEqual([0, 0, 0]);
    await expect
      .poll(() => deliveriesOf(stage.owner, stuck.id), inTime)
      .toMatchObject([{}, {}, { attempts: [{ fault: 'time' }] }]);
  });

  test.each([
    ['an address of this machine', 'http://127.0.0.2:9/hook'],
    ['a private address', 'http://10.0.0.1/hook'],
    ['where a cloud keeps its secrets', 'http://169.254.169.254/'],
    ['a name of this machine', 'http://localhost:9/hook'],
  ])('%s is not connected to, whatever was stored', async (_, url) => {
    const at = await receiver();
    const { id } = await makeWebhook(stage.owner, at.url, kinds);
    await stage.server.app.db.updateTable('webhooks').set({ url }).where('id', '=', insideId(id)).execute();
    const { body } = await stage.owner.call('POST', `${stage.owner.path}/webhooks/${id}/test`);
    // Where the machine calls itself 127.0.0.1 alone, that name stands for an address that the settings allow.
    expect([body['status'], ['address', 'refused'].includes(String(body['fault']))]).toEqual([null, true]);
    expect(url.includes('localhost') || body['fault'] === 'address').toBe(true);
  });
});
