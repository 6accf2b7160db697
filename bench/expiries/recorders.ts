import mqtt, { type MqttClient } from 'mqtt';
import type { SignedEntitlement } from '../../domain/licences/entitlement.ts';
import type { DeviceCredential } from '../../edge/gateway/bootstrap.ts';

const connectAtOnce = 50;

export type Recorders = {
  /** How many cameras stand so, by what their recorders were told last. */
  count(is: (told: SignedEntitlement) => boolean): number;
  /** Entitlements that came in all. */
  told(): number;
  close(): Promise<void>;
};

/** Connects every recorder and listens; what is signed is not looked at, as a recorder's processor is not this machine's. */
export async function connectRecorders(port: number, credentials: readonly DeviceCredential[]): Promise<Recorders> {
  const last = new Map<string, SignedEntitlement>();
  const clients: MqttClient[] = [];
  let told = 0;
  for (let at = 0; at < credentials.length; at += connectAtOnce) {
    const some = credentials.slice(at, at + connectAtOnce).map(async ({ device, username, password, root }) => {
      const options = { clientId: device, username, password, protocolVersion: 4, reconnectPeriod: 0 } as const;
      const client = await mqtt.connectAsync(`mqtt://127.0.0.1:${port}`, options);
      clients.push(client);
      client.on('message', (_, payload) => {
        for (const token of (JSON.parse(payload.toString()) as { entitlements: string[] }).entitlements) {
          const body = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
          const entitlement = JSON.parse(body) as SignedEntitlement;
          last.set(entitlement.serial, entitlement);
          told += 1;
        }
      });
      await client.subscribeAsync(`${root}/down/entitlement`);
    });
    await Promise.all(some);
  }
  return {
    count: (is) => [...last.values()].filter(is).length,
    told: () => told,
    close: async () => void (await Promise.all(clients.map((client) => client.endAsync(true)))),
  };
}
