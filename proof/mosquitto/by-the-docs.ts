import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../../server/config.ts';
import { asDevice, run } from './clients.ts';
import type { Gateway, Stage } from './stage.ts';

const page = readFileSync(join(checkout, 'docs', 'device-protocol.md'), 'utf8');
const commandsInDocs = 4;
const telemetryInDocs = { powerConsumed: 420 };

/** The commands of docs/device-protocol.md as they stand there, in a shell, by the clients of Debian: nothing else tells them what to do. */
export async function playByTheDocs(
  { port, untilStored, query }: Stage,
  gateway: Gateway,
  say: (line: string) => void,
): Promise<void> {
  const [, script = ''] = /```sh mosquitto\n([\s\S]*?)```/.exec(page) ?? [];
  const commands = script.trim().split('\n');
  if (commands.length !== commandsInDocs)
    throw new Error(`the page has ${commands.length} commands for Mosquitto's clients`);
  const { device: DEVICE, username: USERNAME, password: PASSWORD, root: ROOT } = gateway.credential;
  const time = new Date().toISOString();
  const shell = `set -e\n${script.replaceAll('-p 1883', `-p ${port}`).replaceAll('TIME', time)}`;
  const { code, output } = await run('sh', ['-c', shell], { DEVICE, USERNAME, PASSWORD, ROOT });
  if (code !== 0) throw new Error(`the commands of the page end with ${code}: ${output}`);
  // hello, telemetry and status; the last command is refused.
  await untilStored(gateway, 3);
  const [row] = await query<{ measured: number[] }>('select measured from readings order by at desc limit 1');
  if (row?.measured[2] !== telemetryInDocs.powerConsumed) throw new Error(`stored is ${JSON.stringify(row?.measured)}`);
  say('by the commands of the page: hello, a reading and a status are stored');
  await hearAnswers({ port, gateway, say });
}

/** `mosquitto_rr` says something and shows what it is told, on the topics that the page names. */
async function hearAnswers({
  port,
  gateway,
  say,
}: {
  port: number;
  gateway: Gateway;
  say: (line: string) => void;
}): Promise<void> {
  const { root } = gateway.credential;
  const time = Date.now() - 1_000;
  const asked: [kind: string, message: object, heardOn: string, heard: RegExp][] = [
    ['telemetry', { seq: 7, time, values: { powerConsumed: 5 } }, 'ack', /^\{"seq":7\}$/],
    [
      'telemetry',
      { seq: 8, time: time + 1, values: { powerConsumed: 'much' } },
      'error',
      /^\{"code":"value-kind","seq":8,"params":\{"metric":"powerConsumed"\}\}$/,
    ],
    ['telemetry', { seq: 9, time: 'soon' }, 'error', /^\{"code":"time-wrong","seq":9\}$/],
    ['time', { time: Date.now() - 90_000 }, 'time', /^\{"time":"[^"]+Z","aheadMs":-[89]\d{4}\}$/],
  ];
  for (const [kind, message, heardOn, heard] of asked) {
    const topics = ['-t', `${root}/${kind}`, '-e', `${root}/down/${heardOn}`];
    const args = [...asDevice(port, gateway.credential), ...topics, '-m', JSON.stringify(message), '-W', '5'];
    const { code, output } = await run('mosquitto_rr', args);
    if (code !== 0 || !heard.test(output.trim())) throw new Error(`down/${heardOn} said ${code} ${output}`);
    say(`down/${heardOn}: ${output.trim()}`);
  }
}
