import { missesPerHourMax } from '../../domain/devices/tries.ts';
import { giveDevices, newCustomer, newSerial, register, wishFor } from '../../tools/test/devices.ts';
import { siteOf } from '../../tools/test/organizations.ts';
import { person, type Person } from '../../tools/test/person.ts';
import type { Question, Scene } from './questions.ts';

const site = 'ups';
const model = 'SB1500-R';
const takenMax = 50;
/** Two misses a pair, and never so many that somebody has to wait. */
const pairsEach = Math.floor((missesPerHourMax - 1) / 2);

/** Serial numbers that are somebody else's, and such that were never made (U-03). */
export async function serialQuestion(scene: Scene, rounds: number): Promise<Question> {
  const owner = await newCustomer(scene, '見本商店', site);
  const taken = await giveDevices(scene, Math.min(rounds, takenMax), { site, model });
  for (const serial of taken) {
    const answer = await register(owner, serial);
    if (answer.status !== 201) throw new Error(answer.text);
  }
  const never = () => newSerial(siteOf(scene, site), model, scene.random.below);
  const curious: { someone: Person; path: string }[] = [];
  for (let index = 0; index * pairsEach < rounds; index += 1) {
    const { cookies, path } = await newCustomer(scene, '見本商会', site);
    const someone = person(scene.url, site, 'ja', scene.sendOf(index));
    for (const [name, value] of cookies) someone.cookies.set(name, value);
    // The first request of a browser is answered with its cookie.
    await someone.create(`${path}/devices`, wishFor(''));
    curious.push({ someone, path });
  }
  return {
    name: 'serial number',
    gridMs: 25,
    ask: async (round, isThere) => {
      const asker = curious[Math.floor(round / pairsEach)];
      const serial = isThere ? taken[round % taken.length] : never();
      if (!asker || !serial) throw new Error('nobody asks, or for nothing');
      const startedAt = performance.now();
      const answer = await asker.someone.create(`${asker.path}/devices`, wishFor(serial));
      return { answer, typed: serial, tookMs: performance.now() - startedAt };
    },
  };
}
