import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { newAt, ownGateways } from './alarms.ts';
import type { Colleague } from './organizations.ts';
import { startTestServer, type TestServer } from './server.ts';
import { startReceiver, type Receiver } from './webhooks.ts';

export const inTime = { timeout: 20_000, interval: 50 };
/** What the receivers of these tests are told of. */
export const kinds = ['devices.changed'];

/** A server that may call this machine and, anew for each test, an owner with a device; what a test left to send is given up behind it. */
export function webhookStage() {
  const stage = {} as { server: TestServer; owner: Colleague; device: string };
  const receivers: Receiver[] = [];

  beforeAll(async () => {
    stage.server = await startTestServer({ env: { ENGAWA_EGRESS_ALLOW: '127.0.0.1' } });
  });
  afterAll(() => stage.server.close());
  beforeEach(async () => {
    stage.owner = await newAt(stage.server, 'customer', '見本 花子');
    const [gateway] = await ownGateways(stage.server, stage.owner);
    if (!gateway) throw new Error('no gateway');
    stage.device = gateway.credential.device;
  });
  afterEach(async () => {
    // It must not take a place of the tests behind.
    const { db, clock } = stage.server.app;
    await db.updateTable('webhooks').set({ removed_at: clock.now(), due_at: null }).execute();
    for (const receiver of receivers.splice(0)) await receiver.close();
  });

  return Object.assign(stage, {
    receiver: async (): Promise<Receiver> => {
      const one = await startReceiver();
      receivers.push(one);
      return one;
    },
    /** Something happens to the owner's device. */
    change: async (by = stage.owner, which = stage.device): Promise<void> => {
      const path = `${by.path}/devices/${which}`;
      const version = { 'if-match': String((await by.call('GET', path)).headers.get('etag')) };
      const changed = await by.call('PATCH', path, { values: { remarks: `${Math.random()}` } }, version);
      if (changed.status >= 300) throw new Error(changed.text);
    },
    /** Everything that happened was read, and it was decided what goes where. */
    settled: async (): Promise<void> => {
      await expect
        .poll(async () => {
          const { rows } = await sql<{ behind: boolean }>`select exists (select from events_unsealed) or exists (
            select from event_seals s join event_readers r on r.site_id = s.site_id and r.reader = 'webhooks'
            where s.position > r.position) as behind`.execute(stage.server.app.db);
          return rows[0]?.behind;
        }, inTime)
        .toBe(false);
    },
    /** So much later, everybody being logged in still. */
    later: async (milliseconds: number): Promise<void> => {
      stage.server.clock.move(milliseconds);
      const now = stage.server.app.clock.now();
      await stage.server.app.db.updateTable('sessions').set({ last_seen_at: now, created_at: now }).execute();
    },
    arrived: async (at: Receiver, count: number): Promise<void> => {
      await expect.poll(() => at.received.length, inTime).toBe(count);
    },
    stateOf: async (id: string, by = stage.owner) => (await by.call('GET', `${by.path}/webhooks/${id}`)).body['state'],
  });
}
