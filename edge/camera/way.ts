import { z } from 'zod';
import type { PublishedKey } from '../../domain/licences/entitlement.ts';
import type { DeviceCredential } from '../gateway/bootstrap.ts';
import { gatewayClient } from '../gateway/client.ts';
import { publishedKeysSchema } from './holder.ts';

const answerSchema = z.object({ entitlements: z.array(z.string()), time: z.iso.datetime() });
const toldSchema = z.object({ entitlements: z.array(z.string()) });

/** What came from the portal; over HTTPS with the time there. */
export type Heard = (entitlements: readonly string[], portalMs: number | null) => void;

/** How a device reaches the portal. */
export type Way = {
  /** How long it waits between asking and asking again. */
  askEveryMs: number;
  /** Whether it is told by itself, and asks only when it was not for long. */
  isTold: boolean;
  connect(): void;
  /** Asks what may be done; the answer is heard. What cannot be asked now is asked later. */
  ask(): Promise<void>;
  disconnect(): Promise<void>;
};

export const ways = ['mqtt', 'https'] as const;
export type WayName = (typeof ways)[number];

type Portal = { url: string; site: string; credential: DeviceCredential };

/** By MQTT a device is told by itself, and asks only when it was not told for long. */
export function mqttWay({ url, credential }: Portal, heard: Heard): Way {
  const client = gatewayClient({
    url: `${url.replace(/^http/, 'ws')}/mqtt`,
    credential,
    told: ({ kind, body }) => {
      const told = kind === 'entitlement' ? toldSchema.safeParse(body) : null;
      if (told?.success) heard(told.data.entitlements, null);
    },
  });
  return {
    askEveryMs: 10 * 60_000,
    isTold: true,
    connect: () => client.connect(),
    ask: async () => void client.send('hello', {}).catch(() => undefined),
    disconnect: () => client.disconnect(),
  };
}

/** By HTTPS a device asks each minute, so that it hears of an expiry in time. */
export function httpsWay({ url, site, credential }: Portal, heard: Heard): Way {
  const basic = Buffer.from(`${credential.username}:${credential.password}`).toString('base64');
  let online = false;
  return {
    askEveryMs: 60_000,
    isTold: false,
    connect: () => {
      online = true;
    },
    ask: async () => {
      if (!online) return;
      const answer = await fetch(`${url}/api/${site}/device-entitlements`, {
        headers: { authorization: `Basic ${basic}` },
      });
      const body = answerSchema.safeParse(answer.ok ? await answer.json() : await answer.text());
      if (online && body.success) heard(body.data.entitlements, Date.parse(body.data.time));
    },
    disconnect: async () => {
      online = false;
    },
  };
}

/** The keys with which the site signs now, and did before. @throws Error when the portal cannot be reached. */
export async function fetchKeys(url: string, site: string): Promise<PublishedKey[]> {
  const answer = await fetch(`${url}/api/${site}/entitlement-keys`);
  return publishedKeysSchema.parse(await answer.json()).keys;
}
