import { z } from 'zod';
import { bootstrapProof } from '../../domain/readings/bootstrap.ts';

const name = z.string().min(1).max(64);

/** What the factory writes into a device that reports: who it is, and its own secret. */
export const deviceFactoryFileSchema = z.strictObject({
  site: name,
  model: name,
  serial: name,
  secret: z.string().regex(/^[0-9a-f]{64}$/, '64 lower-case hex digits'),
});
export type DeviceFactoryFile = z.output<typeof deviceFactoryFileSchema>;

const challengeSchema = z.object({ challenge: z.string() });
const credentialSchema = z.object({ device: name, username: z.string(), password: z.string(), root: z.string() });

/** With what a device logs in: `device` is its client ID, `root` what its topics begin with. */
export type DeviceCredential = z.output<typeof credentialSchema>;

/**
 * Gets a credential with the secret of the factory (decisions.md "Devices over the wire"): asks for a challenge, proves, and is given one.
 * @param url the portal's address without a slash at the end, `https://portal.example.jp`.
 * @throws Error when the portal refuses or cannot be reached.
 */
export async function bootstrap(
  url: string,
  { site, serial, secret }: Pick<DeviceFactoryFile, 'site' | 'serial' | 'secret'>,
  send: typeof fetch = fetch,
): Promise<DeviceCredential> {
  const ask = async (path: string, body: object): Promise<unknown> => {
    const answer = await send(`${url}/api/${site}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as unknown;
  };
  const { challenge } = challengeSchema.parse(await ask('device-challenges', { serial }));
  const proof = bootstrapProof(Buffer.from(secret, 'hex'), { site, serial, challenge });
  return credentialSchema.parse(await ask('device-credentials', { serial, challenge, proof }));
}
