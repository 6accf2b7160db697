import { once } from 'node:events';
import { connect } from 'node:net';
import { bootstrap } from '../../edge/gateway/bootstrap.ts';
import { withdrawAll } from '../../server/readings/credentials/store.ts';
import { insideId } from '../../server/kernel/ids.ts';
import { beside } from '../kit/beside.ts';
import { connectPacket } from '../../tools/test/mqtt-packets.ts';
import { asDevice, run } from './clients.ts';
import type { Gateway, Stage } from './stage.ts';

const cutWithinMs = 1_000;

const message = () => JSON.stringify({ time: Date.now(), values: { powerConsumed: 6 } });

/** A device that listens is cut off when its credential ends: by the third one, and when all are withdrawn. The slower of both, in milliseconds. */
export async function withdrawLive(stage: Stage): Promise<number> {
  const [gateway] = (await stage.gateways(1)) as [Gateway];
  const { factory, credential } = gateway;
  const first = await listen(stage, gateway);
  const second = { factory, credential: await bootstrap(stage.server.url, factory) };
  const rotatedAt = performance.now();
  const third = { factory, credential: await bootstrap(stage.server.url, factory) };
  const rotatedMs = (await first.ended) - rotatedAt;
  if (await mayPublish(stage, gateway)) throw new Error('the first of three credentials is good still');
  if (!(await mayPublish(stage, second)) || !(await mayPublish(stage, third)))
    throw new Error('two credentials are not good at once');
  await stage.untilStored(gateway, 2);
  const listener = await listen(stage, third);
  let withdrawnAt = 0;
  await beside(stage.dataDir, async (app) => {
    await app.db.transaction().execute(async (tx) => {
      await withdrawAll(tx, factory.site, insideId(credential.device), app.clock.now());
      withdrawnAt = performance.now();
    });
  });
  const withdrawnMs = (await listener.ended) - withdrawnAt;
  if ((await mayPublish(stage, second)) || (await mayPublish(stage, third)))
    throw new Error('a credential that was withdrawn is good still');
  await stage.untilStored(gateway, 2);
  const slower = Math.round(Math.max(rotatedMs, withdrawnMs));
  if (slower > cutWithinMs) throw new Error(`cut off after ${slower} ms`);
  return slower;
}

/** A connection that lasts until it is cut; `ended` is when. Debian's client says so only when it tries again, a second later. */
async function listen({ port }: Stage, { credential }: Gateway): Promise<{ ended: Promise<number> }> {
  const socket = connect({ port, host: '127.0.0.1' });
  const ended = new Promise<number>((resolve) => void socket.once('close', () => resolve(performance.now())));
  socket.on('error', () => undefined);
  const answer = once(socket, 'data');
  socket.write(connectPacket(credential));
  const [connack] = (await answer) as [Buffer];
  if (connack[3] !== 0) throw new Error(`not let in: ${connack.toString('hex')}`);
  return { ended };
}

async function mayPublish({ port }: Stage, { credential }: Gateway): Promise<boolean> {
  const args = [...asDevice(port, credential), '-q', '1', '-t', `${credential.root}/telemetry`, '-m', message()];
  return (await run('mosquitto_pub', args)).code === 0;
}
