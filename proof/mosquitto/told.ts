import { ownedGateway, seeSettings } from '../../tools/test/settings.ts';
import { beside } from '../kit/beside.ts';
import { until } from '../kit/child-server.ts';
import { asDevice, run, start } from './clients.ts';
import type { Stage } from './stage.ts';

const listensWithinMs = 10_000;
const reserves = [30, 40] as const;

/** What an owner sets goes down to `mosquitto_sub` while it listens, and to who says hello afterwards. */
export async function hearSettings(stage: Stage, say: (line: string) => void): Promise<void> {
  await beside(stage.dataDir, async (app) => {
    const { owner, device, credential } = await ownedGateway({ app, url: stage.server.url });
    const set = async (reserve: number) => {
      const answer = await (await seeSettings(owner, device)).set({ reserve });
      if (answer.status !== 200) throw new Error(answer.text);
    };
    const topic = `${credential.root}/down/desired`;
    const listener = start('mosquitto_sub', [
      ...asDevice(stage.port, credential),
      '-d',
      '-t',
      topic,
      '-C',
      '1',
      '-W',
      '20',
    ]);
    await until('it listens', () => listener.output().includes('SUBACK'), listensWithinMs);
    await set(reserves[0]);
    const { output } = await listener.ended;
    expectReserve(output, reserves[0]);
    await set(reserves[1]);
    const greeting = ['-t', `${credential.root}/hello`, '-e', topic, '-m', '{}', '-W', '10'];
    const heard = await run('mosquitto_rr', [...asDevice(stage.port, credential), ...greeting]);
    expectReserve(heard.output, reserves[1]);
    say(`down/desired: ${heard.output.trim()}`);
  });
}

function expectReserve(output: string, reserve: number): void {
  if (!output.includes(`"values":{"reserve":${reserve}}`)) throw new Error(`down/desired said ${output}`);
}
