import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { letRead, newAt } from '../../tools/test/alarms.ts';
import { faultsOf } from '../../tools/test/devices.ts';
import { gatewaySite } from '../../tools/test/gateways.ts';
import { codeOf, newColleague } from '../../tools/test/organizations.ts';
import { inTime, kinds, webhookStage } from '../../tools/test/webhook-stage.ts';
import { deliveriesOf, makeWebhook } from '../../tools/test/webhooks.ts';
import { hoursMs } from '../kernel/clock.ts';
import { insideId } from '../kernel/ids.ts';
import { webhooksMax } from './make.ts';

const stage = webhookStage();
const { receiver, change, later, arrived, stateOf } = stage;

describe('P-24 a webhook', () => {
  test('is told of what was chosen, signed as the convention wants it, and of nothing else', async () => {
    const at = await receiver();
    const { id, secret } = await makeWebhook(stage.owner, at.url, kinds);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    await change();
    await arrived(at, 1);
    const { headers, body } = at.received[0] ?? { headers: {}, body: '' };
    const told = new Webhook(secret).verify(body, headers) as Record<string, Record<string, unknown>>;
    expect(told).toMatchObject({
      type: 'devices.changed',
      data: {
        id: headers['webhook-id'],
        device: stage.device,
        organization: stage.owner.organization,
        by: 'user',
        alarm: null,
      },
    });
    expect(() => new Webhook(secret).verify(body.replace('changed', 'changes'), headers)).toThrow(
      'No matching signature found',
    );
    expect(() => new Webhook(`whsec_${'A'.repeat(43)}=`).verify(body, headers)).toThrow('No matching signature found');
    await expect.poll(() => deliveriesOf(stage.owner, id), inTime).toMatchObject([{ state: 'taken', tries: 1 }]);
    const kept = await stage.server.app.db.selectFrom('webhooks').selectAll().where('id', '=', insideId(id)).execute();
    expect(Buffer.from(kept[0]?.sealed_secret ?? '').includes(Buffer.from(secret.slice(6), 'base64'))).toBe(false);
  });

  test('shows its secret once; after a new one both sign for a day, then the new one alone', async () => {
    const at = await receiver();
    const { id, secret } = await makeWebhook(stage.owner, at.url, kinds);
    expect((await stage.owner.call('GET', `${stage.owner.path}/webhooks/${id}`)).text).not.toContain('whsec');
    const renewed = await stage.owner.create(`${stage.owner.path}/webhooks/${id}/secret`, undefined);
    const next = String(renewed.body['secret']);
    await change();
    await arrived(at, 1);
    const [first] = at.received;
    for (const one of [secret, next]) new Webhook(one).verify(first?.body ?? '', first?.headers ?? {});
    expect(first?.headers['webhook-signature']?.split(' ')).toHaveLength(2);
    await stage.server.app.db.updateTable('webhooks').set({ former_until: stage.server.app.clock.now() }).execute();
    await change();
    await arrived(at, 2);
    expect(at.received[1]?.headers['webhook-signature']?.split(' ')).toHaveLength(1);
    new Webhook(next).verify(at.received[1]?.body ?? '', at.received[1]?.headers ?? {});
  });

  test('is refused at its fields', async () => {
    const make = (more: Record<string, unknown>) =>
      stage.owner.create(`${stage.owner.path}/webhooks`, {
        name: '基幹',
        url: 'https://erp.example.jp/',
        kinds,
        ...more,
      });
    expect(faultsOf(await make({ name: ' ', url: 'ftp://x.example/', kinds: [] }))).toEqual([
      '/name webhooks/name-missing',
      '/url webhooks/url-scheme',
      '/kinds webhooks/kinds-missing',
    ]);
    expect(faultsOf(await make({ url: 'http://169.254.169.254/latest' }))).toEqual(['/url webhooks/url-address']);
    expect(faultsOf(await make({ kinds: ['licences.assigned'] }))).toEqual(['/kinds webhooks/kind-beyond']);
    expect((await make({ kinds: ['login.done'] })).status).toBe(400);
    for (let count = 0; count < webhooksMax; count += 1) expect((await make({})).status).toBe(201);
    expect(codeOf(await make({}))).toBe('webhooks/too-many');
    const manager = await newColleague(stage.server, stage.owner.organization, 'manager', { siteId: gatewaySite });
    expect(codeOf(await manager.call('GET', `${stage.owner.path}/webhooks`))).toBe('platform/not-permitted');
  });

  test('changes with the version that was seen; the next event goes to the new address', async () => {
    const [before, after] = [await receiver(), await receiver()];
    const { id } = await makeWebhook(stage.owner, before.url, kinds);
    const path = `${stage.owner.path}/webhooks/${id}`;
    const version = { 'if-match': String((await stage.owner.call('GET', path)).headers.get('etag')) };
    const wish = { name: '新', url: after.url, kinds };
    expect((await stage.owner.call('PUT', path, wish, version)).status).toBe(204);
    expect(codeOf(await stage.owner.call('PUT', path, wish, version))).toBe('platform/changed-meanwhile');
    await change();
    await arrived(after, 1);
    expect(before.received).toEqual([]);
  });

  test('can be tried out: what the receiver answers is told at once', async () => {
    const at = await receiver();
    at.answer(418);
    const { id, secret } = await makeWebhook(stage.owner, at.url, kinds);
    const tried = await stage.owner.call('POST', `${stage.owner.path}/webhooks/${id}/test`);
    expect(tried.body).toMatchObject({ status: 418, fault: null, answer: 'answer 418' });
    const [sent] = at.received;
    expect(new Webhook(secret).verify(sent?.body ?? '', sent?.headers ?? {})).toMatchObject({ type: 'webhooks.test' });
    expect(await deliveriesOf(stage.owner, id)).toEqual([]);
  });
});

describe('P-24 a withdrawn right', () => {
  test('of a dealer over a device ends what it is told, also of what already waits', async () => {
    const dealer = await newAt(stage.server, 'dealer', '見本設備');
    const link = await letRead(stage.server, stage.owner, dealer);
    const at = await receiver();
    const { id } = await makeWebhook(dealer, at.url, kinds);
    await change();
    await arrived(at, 1);
    expect(JSON.parse(at.received[0]?.body ?? '{}')).toMatchObject({
      data: { organization: stage.owner.organization },
    });
    at.answer(500);
    await change();
    await arrived(at, 2);
    await expect.poll(async () => (await deliveriesOf(dealer, id))[0]?.tries, inTime).toBe(1);
    await stage.server.app.db
      .updateTable('grants')
      .set({ until: stage.server.app.clock.now() })
      .where('id', '=', link)
      .execute();
    await later(hoursMs);
    await expect.poll(async () => (await deliveriesOf(dealer, id))[0]?.state, inTime).toBe('withheld');
    await change();
    const other = await makeWebhook(stage.owner, (await receiver()).url, kinds);
    await change();
    await expect.poll(async () => (await deliveriesOf(stage.owner, other.id)).length, inTime).toBe(1);
    expect(await deliveriesOf(dealer, id)).toHaveLength(2);
    expect(at.received).toHaveLength(2);
  });

  test('of its maker, who may not read any more or is out, ends it as well', async () => {
    const second = await newColleague(stage.server, stage.owner.organization, 'owner', { siteId: gatewaySite });
    const at = await receiver();
    const { id } = await makeWebhook(second, at.url, kinds);
    await change();
    await arrived(at, 1);
    expect((await stage.owner.call('DELETE', `${stage.owner.path}/members/${second.id}`)).status).toBe(204);
    expect(await stateOf(id)).toBe('stopped');
    await change();
    const own = await receiver();
    await makeWebhook(stage.owner, own.url, kinds);
    await change();
    await arrived(own, 1);
    expect(at.received).toHaveLength(1);
  });

  test('nothing of others is ever told', async () => {
    const stranger = await newAt(stage.server, 'customer', '別の 太郎');
    const [at, own] = [await receiver(), await receiver()];
    await makeWebhook(stranger, at.url, kinds);
    await makeWebhook(stage.owner, own.url, kinds);
    await change();
    await arrived(own, 1);
    expect(at.received).toEqual([]);
  });

  test('a removed webhook gets nothing more', async () => {
    const [at, other] = [await receiver(), await receiver()];
    const { id } = await makeWebhook(stage.owner, at.url, kinds);
    await makeWebhook(stage.owner, other.url, kinds);
    expect((await stage.owner.call('DELETE', `${stage.owner.path}/webhooks/${id}`)).status).toBe(204);
    await change();
    await arrived(other, 1);
    expect(at.received).toEqual([]);
    expect(codeOf(await stage.owner.call('GET', `${stage.owner.path}/webhooks/${id}`))).toBe('platform/not-found');
  });
});
