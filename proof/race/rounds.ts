import { newCompany, type Member } from '../../tools/test/accounts.ts';
import { giveActivationKeys, type TestKey } from '../../tools/test/activation-keys.ts';
import type { Answer } from '../../tools/test/person.ts';
import type { TestMailServer } from '../../tools/test/smtp.ts';
import type { App } from '../../server/kernel/app.ts';
import { callerAddress, fetchFrom } from '../kit/fetch-from.ts';
import type { Random } from '../kit/random.ts';

const site = 'conference';
const category = 'conference-unit';
const boundElsewhere = ['registration-keys/bound-to-other-device', 'registration-keys/bound-to-own-device'];

export type Race = {
  server: { url: string; mail: TestMailServer };
  /** The server's own database, to see what is there when all is over. */
  app: App;
  rounds: number;
  /** How many ask for the same activation key at the same moment, each for a device of its own. */
  requests: number;
  /** They come from so many organizations, each with an address of its own. */
  companies: number;
  random: Random;
  say: (line: string) => void;
};

type Round = { keys: TestKey[]; devices: string[]; winner: string | null };

export type RaceResult = { faults: string[]; won: number; refused: number };

/**
 * Many ask for one activation key at once; every second round for two, half of the callers in the other order. Exactly
 * one must win, the others must be refused, and in the end each key must serve the winner's device and no other.
 */
export async function raceForKeys(race: Race): Promise<RaceResult> {
  const { app, rounds, random, say } = race;
  const members = await signUpAll(race);
  const sheets = await giveActivationKeys({ app }, rounds * 2, { site, hex: random.hex });
  say(`${members.length} organizations; ${rounds} rounds of ${race.requests} requests begin`);
  const result: RaceResult = { faults: [], won: 0, refused: 0 };
  const raced: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const keys = sheets.splice(0, (round % 2) + 1);
    const devices = Array.from({ length: race.requests }, () => random.hex(16));
    const answers = await Promise.all(devices.map((device, index) => ask(members, index, device, keys)));
    const winners = devices.filter((_, index) => answers[index]?.status === 201);
    const losers = answers.filter(isRefusal);
    result.won += winners.length;
    result.refused += losers.length;
    if (winners.length !== 1 || losers.length !== race.requests - 1)
      result.faults.push(
        `round ${round}: ${winners.length} won, ${losers.length} were refused, others: ${others(answers)}`,
      );
    raced.push({ keys, devices, winner: winners[0] ?? null });
    if ((round + 1) % 100 === 0) say(`${round + 1} rounds`);
  }
  result.faults.push(...(await findBindingFaults(app, raced)));
  return result;
}

async function signUpAll({ server, companies }: Race): Promise<Member[]> {
  const members: Member[] = [];
  for (let index = 0; index < companies; index += 1)
    members.push(await newCompany(server, site, fetchFrom(callerAddress(index))));
  return members;
}

function ask(members: readonly Member[], index: number, deviceId: string, keys: readonly TestKey[]): Promise<Answer> {
  const member = members[index % members.length];
  if (!member) throw new Error('nobody signed up');
  const activationKeys = index % 2 === 0 ? keys : keys.toReversed();
  return member.create(`${member.path}/registration-keys`, { category, deviceId, activationKeys });
}

/** Refused because the key serves another device, at every key that was asked for, and for no other reason. */
function isRefusal({ status, body }: Answer): boolean {
  const errors = (body.errors ?? []) as { code: string }[];
  return status === 422 && errors.length > 0 && errors.every((error) => boundElsewhere.includes(error.code));
}

function others(answers: readonly Answer[]): string {
  const odd = answers.filter((answer) => answer.status !== 201 && !isRefusal(answer));
  return odd.map((answer) => `${answer.status} ${answer.text.slice(0, 200)}`).join('; ') || 'none';
}

async function findBindingFaults(app: App, raced: readonly Round[]): Promise<string[]> {
  const rows = await app.db
    .selectFrom('registration_key_bindings as b')
    .innerJoin('identifiers as i', (join) =>
      join.onRef('i.site_id', '=', 'b.site_id').onRef('i.id', '=', 'b.identifier_id'),
    )
    .leftJoin('registration_key_issues as r', (join) =>
      join.onRef('r.site_id', '=', 'b.site_id').onRef('r.binding_id', '=', 'b.id'),
    )
    .select(['b.activation_key', 'i.value', 'r.organization_id'])
    .where('b.site_id', '=', site)
    .execute();
  const byNumber = Map.groupBy(rows, (row) => row.activation_key);
  return raced.flatMap(({ keys, winner }) =>
    keys.flatMap(({ number }) => {
      const found = byNumber.get(number) ?? [];
      const right = found.length === 1 && found[0]?.value === winner && found[0]?.organization_id !== null;
      return right ? [] : [`${number}, won by ${winner}, serves ${found.map((row) => row.value).join() || 'nothing'}`];
    }),
  );
}
