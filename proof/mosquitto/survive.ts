import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Figures } from '../../cli/experiment.ts';
import { bootstrap } from '../../edge/gateway/bootstrap.ts';
import { findRunningDatabase } from '../../server/kernel/embedded-postgres/borrow.ts';
import { childServer, until } from '../kit/child-server.ts';
import { asDevice, run } from './clients.ts';
import type { Gateway, Stage } from './stage.ts';

const backWithinMs = 30_000;
const messages = 40;

/** MQTT 5, a broker that was killed, one that forgot everything, and a second node when the first is killed. */
export async function surviveFaults(stage: Stage, folder: string, say: (line: string) => void): Promise<Figures> {
  const { mosquitto, server } = stage;
  if (!mosquitto) throw new Error('this is for a broker of its own');
  const [gateway, later] = (await stage.gateways(2)) as [Gateway, Gateway];
  let stored = 0;
  const report = async (what: string, version = 'mqttv311') => {
    stored += 1;
    await untilTaken(stage, gateway, stored, version);
    say(what);
  };
  await report('MQTT 5 is spoken as well', 'mqttv5');

  await mosquitto.kill();
  // Nobody can tell the broker now; it hears of it when it is back.
  const missed = await bootstrap(server.url, later.factory);
  await mosquitto.start();
  await report('the broker was killed and is back');
  await untilTaken(stage, { ...later, credential: missed }, 1);
  say('a credential that was given while the broker was away is good');

  await mosquitto.kill();
  mosquitto.forget();
  const forgotAt = performance.now();
  await mosquitto.start();
  await report('the broker had forgotten everything and was told again');
  const toldAgainMs = Math.round(performance.now() - forgotAt);

  const second = await secondNode(stage, folder, mosquitto.url);
  try {
    const shares = await share(stage, gateway, stored);
    stored += messages;
    await server.kill('server');
    await report('one of two nodes was killed, the other goes on');
    server.spawn();
    await server.ready();
    await report('and it is back');
    return {
      'Mosquitto: told everything again, ms': toldAgainMs,
      'Mosquitto: messages shared by two nodes, each stored once': shares,
    };
  } finally {
    await second.destroy();
  }
}

/** Sends until it is stored, as a device does; more than once is once. */
async function untilTaken(stage: Stage, gateway: Gateway, count: number, version = 'mqttv311'): Promise<void> {
  const { credential } = gateway;
  const topic = ['-t', `${credential.root}/telemetry`];
  const message = JSON.stringify({ seq: 1, time: Date.now(), values: { powerConsumed: 7 } });
  const answer = ['-e', `${credential.root}/down/ack`, '-W', '1'];
  const args = asDevice(stage.port, credential).map((word) => (word === 'mqttv311' ? version : word));
  await until(
    'it is acknowledged',
    async () => (await run('mosquitto_rr', [...args, ...topic, ...answer, '-m', message])).output.includes('"seq":1'),
    backWithinMs,
  );
  await stage.untilStored(gateway, count);
}

async function secondNode(stage: Stage, folder: string, url: string): Promise<Awaited<ReturnType<typeof childServer>>> {
  const database = findRunningDatabase(stage.dataDir);
  if (!database) throw new Error('no database runs');
  const dataDir = join(folder, 'second-node');
  mkdirSync(dataDir);
  cpSync(join(stage.dataDir, 'keys'), join(dataDir, 'keys'), { recursive: true });
  const env = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, ENGAWA_MQTT_URL: url };
  const second = await childServer({ dataDir, env });
  second.spawn();
  await second.ready();
  return second;
}

async function share(stage: Stage, gateway: Gateway, before: number): Promise<number> {
  const { credential } = gateway;
  const nowMs = Date.now();
  const lines = Array.from({ length: messages }, (_, at) =>
    JSON.stringify({ time: nowMs - 60_000 - at, values: { powerConsumed: at } }),
  );
  const script = `printf '%s\\n' "$LINES_TO_SEND" | mosquitto_pub ${asDevice(stage.port, credential).join(' ')} -q 1 -l -t ${credential.root}/telemetry`;
  const { code, output } = await run('sh', ['-c', script], { LINES_TO_SEND: lines.join('\n') });
  if (code !== 0) throw new Error(`${messages} messages: ${code} ${output}`);
  await stage.untilStored(gateway, before + messages);
  return messages;
}
