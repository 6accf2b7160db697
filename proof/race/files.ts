import { newCompany, type Member } from '../../tools/test/accounts.ts';
import { giveActivationKeys, type TestKey } from '../../tools/test/activation-keys.ts';
import { bulkCsv, pairsOf, readBindings, type Pair } from '../../tools/test/bulk.ts';
import { carryOut, uploadFile, type ShownImport } from '../../tools/test/imports.ts';
import type { Race } from './rounds.ts';

const site = 'conference';
const category = 'conference-unit';
const rowsPerFile = 30;
const keysByHand = 2;

type FileRace = Pick<Race, 'server' | 'app' | 'rounds' | 'random'>;
type Runner = { name: string; won: boolean; devices: Set<string> };

export type FileRaceResult = { faults: string[]; won: Record<string, number> };

/**
 * Two files name the same activation keys in opposite orders, each for devices of its own, and somebody in the wizard wants two of
 * them, all at the same moment. Exactly one gets its keys, the others nothing, and nobody waits for ever.
 */
export async function raceFiles({ server, app, rounds, random }: FileRace): Promise<FileRaceResult> {
  const members = [await newCompany(server, site), await newCompany(server, site), await newCompany(server, site)];
  const result: FileRaceResult = { faults: [], won: { 'first file': 0, 'second file': 0, wizard: 0 } };
  for (let round = 0; round < rounds; round += 1) {
    const keys = await giveActivationKeys({ app }, rowsPerFile, { site, hex: random.hex });
    const runners = await runAll(members, keys, random);
    const winners = runners.filter((one) => one.won);
    for (const { name } of winners) result.won[name] = (result.won[name] ?? 0) + 1;
    if (winners.length !== 1) result.faults.push(`round ${round}: ${winners.length} won`);
    const numbers = new Set(keys.map((key) => key.number));
    const bound = (await readBindings(app))
      .map((line) => line.split(' '))
      .filter(([number = '']) => numbers.has(number));
    const [winner] = winners;
    const wanted = winner?.name === 'wizard' ? keysByHand : rowsPerFile;
    if (bound.length !== wanted || bound.some(([, device = '']) => !winner?.devices.has(device)))
      result.faults.push(`round ${round}: ${winner?.name ?? 'nobody'} won, and ${bound.length} keys are bound`);
  }
  return result;
}

async function runAll(members: readonly Member[], keys: TestKey[], random: Race['random']): Promise<Runner[]> {
  const [one, two, three] = members;
  if (!one || !two || !three) throw new Error('nobody signed up');
  const device = () => random.hex(16);
  const files = [pairsOf(keys, device), pairsOf(keys.toReversed(), device)];
  const shown: ShownImport[] = [];
  for (const [at, member] of [one, two].entries())
    shown.push((await uploadFile(member, 'bulk-issue', bulkCsv(files[at] ?? []))).shown);
  const own = device();
  const activationKeys = [keys[1], keys[0]];
  const file = async (name: string, member: Member, at: number): Promise<Runner> => {
    const over = await carryOut(member, shown[at] ?? { id: '', hash: '' });
    return { name, won: over.state === 'done', devices: devicesOf(files[at] ?? []) };
  };
  const byHand = async (): Promise<Runner> => {
    const body = { category, deviceId: own, activationKeys };
    const answer = await three.create(`${three.path}/registration-keys`, body);
    if (answer.status !== 201 && answer.status !== 422) throw new Error(answer.text);
    return { name: 'wizard', won: answer.status === 201, devices: new Set([own]) };
  };
  return Promise.all([file('first file', one, 0), file('second file', two, 1), byHand()]);
}

function devicesOf(pairs: readonly Pair[]): Set<string> {
  return new Set(pairs.map((pair) => pair.deviceId));
}
