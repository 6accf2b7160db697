import { randomUUID } from 'node:crypto';
import { newCompany, type Member } from '../../tools/test/accounts.ts';
import { giveActivationKeys, type TestKey } from '../../tools/test/activation-keys.ts';
import type { Answer } from '../../tools/test/person.ts';
import type { TestMailServer } from '../../tools/test/smtp.ts';
import type { App } from '../../server/kernel/app.ts';
import { fetchFromMany } from '../kit/fetch-from.ts';
import type { Random } from '../kit/random.ts';
import { median, rankSumDistance } from '../kit/rank-sum.ts';

const site = 'conference';
const category = 'conference-unit';
/** In every field of the other organization's data; it must appear in no answer. */
const canary = 'CANARY';
/** Standard deviations; noise of a busy machine is allowed for by what never-used values show against each other. */
const distanceMax = 4;
/** Few enough that each comes again before the server closes its connection for being idle. */
const addresses = 12;

export type Reading = {
  server: { url: string; mail: TestMailServer };
  app: App;
  rounds: number;
  random: Random;
  say: (line: string) => void;
};

export type ReadingResult = { faults: string[]; compared: number; distances: Record<string, number> };

/** What one organization asks about: a device and an activation key, another's or nobody's. */
type Subject = { deviceId: string; number: string };
type Ask = (member: Member, subject: Subject, random: Random) => Promise<Answer>;

const wrong = (subject: Subject, random: Random) => ({
  category,
  deviceId: random.hex(16),
  activationKeys: [{ number: subject.number, registrationId: random.hex(16) }],
});

/** Every way in which a dealer may name a device ID or an activation key to the portal. */
const ways: Record<string, Ask> = {
  'search by device ID': (member, { deviceId }) =>
    member.call('GET', `${member.path}/registration-keys?deviceId=${deviceId}`),
  'search by activation key': (member, { number }) =>
    member.call('GET', `${member.path}/registration-keys?activationKey=${number}`),
  'search by both': (member, { deviceId, number }) =>
    member.call('GET', `${member.path}/registration-keys?deviceId=${deviceId}&activationKey=${number}`),
  'load of an installation text': (member, { deviceId }) =>
    member.call('GET', `${member.path}/registration-keys/installations/${deviceId}`),
  'store of an installation text': (member, { deviceId }) =>
    member.call('PUT', `${member.path}/registration-keys/installations/${deviceId}`, { lines: ['x', ''] }),
  'review with a wrong registration ID': (member, subject, random) =>
    member.call('POST', `${member.path}/registration-keys/review`, wrong(subject, random)),
  'issue with a wrong registration ID': (member, subject, random) =>
    member.create(`${member.path}/registration-keys`, wrong(subject, random)),
};

/**
 * One organization asks for what another has, and for what nobody ever had, in every way and in an order drawn by lot. All
 * answers must be alike in status, headers, body and length, and lie no further apart in time than those for two
 * never-used values (K-03.2, K-07).
 */
export async function readAsAnother(reading: Reading): Promise<ReadingResult> {
  const { server, app, rounds, random, say } = reading;
  const send = fetchFromMany(addresses);
  const [owner, reader] = [await newCompany(server, site, send), await newCompany(server, site, send)];
  const sheets = await giveActivationKeys({ app }, rounds, { site, hex: random.hex });
  await putCanaries(app, owner);
  const faults: string[] = [];
  const times: Record<string, Record<string, number[]>> = {};
  let compared = 0;
  for (const [round, sheet] of sheets.entries()) {
    const foreign = await useKey(owner, sheet, random);
    for (const [way, ask] of Object.entries(ways)) {
      const asked = shuffled(
        [
          { kind: 'foreign', subject: foreign },
          { kind: 'unused', subject: { deviceId: random.hex(16), number: random.hex(16) } },
          { kind: 'unused too', subject: { deviceId: random.hex(16), number: random.hex(16) } },
        ],
        random,
      );
      const shapes: string[] = [];
      for (const { kind, subject } of asked) {
        const startedAt = performance.now();
        const answer = await ask(reader, subject, random);
        ((times[way] ??= {})[kind] ??= []).push(performance.now() - startedAt);
        if (answer.text.includes(canary)) faults.push(`round ${round}, ${way}: the answer holds a canary`);
        shapes.push(shapeOf(answer, subject));
      }
      compared += asked.length;
      if (new Set(shapes).size > 1) faults.push(`round ${round}, ${way}: answers differ:\n${shapes.join('\n')}`);
    }
    await forgiveTries(app);
    if ((round + 1) % 100 === 0) say(`${round + 1} rounds`);
  }
  const distances = Object.fromEntries(Object.entries(times).map(([way, of]) => [way, judge(way, of, faults, say)]));
  return { faults, compared, distances };
}

/** Name and address of the other organization, and its user, bear the canary. */
async function putCanaries(app: App, owner: Member): Promise<void> {
  const id = owner.organization.replace(/^org_/, '');
  await app.db.updateTable('organizations').set({ name: canary }).where('id', '=', id).execute();
  await app.db.updateTable('users').set({ name: canary }).where('organization_id', '=', id).execute();
  await app.db.updateTable('activation_keys').set({ purpose: canary }).where('site_id', '=', site).execute();
}

async function useKey(owner: Member, sheet: TestKey, random: Random): Promise<Subject> {
  const deviceId = random.hex(16);
  const lines = [`${canary} 1`, `${canary} 2`];
  await owner.call('PUT', `${owner.path}/registration-keys/installations/${deviceId}`, { lines });
  const body = { category, deviceId, activationKeys: [sheet] };
  const issued = await owner.call('POST', `${owner.path}/registration-keys`, body, { 'idempotency-key': randomUUID() });
  if (issued.status !== 201) throw new Error(issued.text);
  return { deviceId, number: sheet.number };
}

/** Status, headers and body with what was asked taken out; only the number of the request and the time of day may differ. */
function shapeOf({ status, headers, text }: Answer, { deviceId, number }: Subject): string {
  const shown = [...headers].filter(([name]) => name !== 'x-request-id' && name !== 'date');
  const body = text
    .replace(/"requestId":"[^"]*"/, '"requestId":"#"')
    .replaceAll(deviceId, '#')
    .replaceAll(number, '#');
  return JSON.stringify([status, shown, body, text.length]);
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, lot: random.below(2 ** 31) }))
    .toSorted((one, other) => one.lot - other.lot)
    .map(({ item }) => item);
}

/** Each wrong entry counts as a try; without this the reader would be told to wait. */
async function forgiveTries(app: App): Promise<void> {
  await app.db.deleteFrom('try_counters').where('purpose', '=', 'activation-key').execute();
}

function judge(way: string, of: Record<string, number[]>, faults: string[], say: (line: string) => void): number {
  const [foreign = [], unused = [], other = []] = [of['foreign'], of['unused'], of['unused too']];
  const noise = rankSumDistance(unused, other);
  const distance = rankSumDistance(foreign, unused);
  const medians = [foreign, unused, other].map((values) => `${median(values).toFixed(2)} ms`).join(', ');
  say(`${way}: distance ${distance.toFixed(2)}, of never-used values ${noise.toFixed(2)}; medians ${medians}`);
  if (distance > Math.max(distanceMax, noise * 2))
    faults.push(`${way}: another's values can be told by the time: ${distance.toFixed(2)} (${medians})`);
  return Number(distance.toFixed(2));
}
