import type { DeviceCredential } from '../../edge/gateway/bootstrap.ts';
import { until } from '../kit/child-server.ts';
import { asDevice, run, start } from './clients.ts';
import type { Gateway, Stage } from './stage.ts';

const listensMs = 1;
const connectsWithinMs = 5_000;

const reading = (power: number) => JSON.stringify({ time: Date.now(), values: { powerConsumed: power } });

/** Who says somebody else's name, or a wrong secret, gets no connection. */
export async function refuseStrangers({ port }: Stage, one: Gateway, other: Gateway): Promise<number> {
  const { credential } = one;
  const wrong: DeviceCredential[] = [
    { ...credential, password: 'wrong' },
    { ...credential, password: other.credential.password },
    { ...credential, username: other.credential.username },
    { ...credential, username: 'nobody' },
    { ...credential, device: other.credential.device },
  ];
  for (const credentialTried of wrong) {
    const args = [
      ...asDevice(port, credentialTried),
      '-q',
      '1',
      '-t',
      `${credential.root}/telemetry`,
      '-m',
      reading(1),
    ];
    const { code, output } = await run('mosquitto_pub', args);
    if (code === 0) throw new Error(`let in: ${JSON.stringify({ ...credentialTried, password: '…' })} ${output}`);
  }
  const nameless = ['-h', '127.0.0.1', '-p', String(port), '-V', 'mqttv311', '-i', credential.device];
  const { code } = await run('mosquitto_pub', [...nameless, '-t', `${credential.root}/hello`, '-m', '{}']);
  if (code === 0) throw new Error('let in without a name');
  return wrong.length + 1;
}

/** What is sent to foreign topics is cut off or dropped, retained or not; what counts is that nothing of it is stored or heard. */
export async function dropForeign(stage: Stage, one: Gateway, other: Gateway): Promise<number> {
  const { port, untilStored, countOf } = stage;
  const before = { one: await countOf(one), other: await countOf(other) };
  const topics = [
    `${other.credential.root}/telemetry`,
    `${other.credential.root}/hello`,
    `${other.credential.root}/down/desired`,
    `${one.credential.root}/down/desired`,
    `${one.credential.root}/down/ack`,
    `${one.credential.root}/warp`,
    `${one.credential.root}/telemetry/more`,
    'engawa/1/ups/dev_1/telemetry',
    'engawa/2/energy/dev_1/telemetry',
    '$CONTROL/dynamic-security/v1',
    '$SYS/broker/uptime',
    'anything',
  ];
  for (const topic of topics)
    for (const more of [[], ['-r']]) {
      const args = [...asDevice(port, one.credential), '-q', '1', '-t', topic, '-m', reading(3), ...more];
      // The embedded broker cuts the connection; MQTT 3.1.1 lets a broker acknowledge and drop as well.
      await run('mosquitto_pub', args);
    }
  await bringWill(stage, one, other);
  // After all of this comes a message that is right: whatever of them was to be stored is, too.
  await run('mosquitto_pub', [
    ...asDevice(port, one.credential),
    '-q',
    '1',
    '-t',
    `${one.credential.root}/telemetry`,
    '-m',
    reading(4),
  ]);
  await untilStored(one, before.one + 2);
  if ((await countOf(other)) !== before.other) throw new Error('something was stored of a device that said nothing');
  const args = [
    ...asDevice(port, other.credential),
    '-t',
    `${other.credential.root}/down/desired`,
    '-W',
    String(listensMs),
  ];
  const heard = await run('mosquitto_sub', args);
  if (/powerConsumed/.test(heard.output)) throw new Error(`heard what another device sent: ${heard.output}`);
  return topics.length * 2 + 1;
}

/** A will to a foreign topic is not taken or not sent; one to a topic of its own is a message like others. */
async function bringWill({ port, untilStored, countOf }: Stage, one: Gateway, other: Gateway): Promise<void> {
  const before = await countOf(one);
  for (const [root, payload] of [
    [other.credential.root, reading(5)],
    [one.credential.root, JSON.stringify({ time: Date.now(), states: [] })],
  ] as const) {
    const kind = root === one.credential.root ? 'status' : 'telemetry';
    const will = ['--will-topic', `${root}/${kind}`, '--will-payload', payload, '--will-qos', '1', '--will-retain'];
    const listener = start('mosquitto_sub', [
      ...asDevice(port, one.credential),
      '-d',
      '-t',
      `${one.credential.root}/down/time`,
      ...will,
    ]);
    let over = false;
    void listener.ended.then(() => {
      over = true;
    });
    await until('it listens or is refused', () => over || listener.output().includes('SUBACK'), connectsWithinMs);
    listener.kill();
    await listener.ended;
  }
  await untilStored({ ...one }, before + 1);
}

/** Nobody listens to anything but what is written out of its own. */
export async function refuseListeners({ port }: Stage, one: Gateway, other: Gateway): Promise<number> {
  const filters = [
    '#',
    '+/#',
    `${one.credential.root}/#`,
    `${one.credential.root}/telemetry`,
    `${one.credential.root}/down/+`,
    `${other.credential.root}/down/ack`,
    `$share/mine/${one.credential.root}/down/ack`,
    `$share/engawa/engawa/1/+/+/+`,
    `$share/mine/${other.credential.root}/down/ack`,
    '$SYS/#',
    '$CONTROL/#',
  ];
  for (const filter of filters) {
    const { code, output } = await run('mosquitto_sub', [...asDevice(port, one.credential), '-t', filter, '-W', '3']);
    if (!/denied/i.test(output)) throw new Error(`may listen to ${filter}: ${code} ${output}`);
  }
  return filters.length;
}
