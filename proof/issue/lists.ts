import type { Member } from '../../tools/test/accounts.ts';
import { plain } from './operation.ts';
import type { Snapshot } from './snapshot.ts';

const pageSize = 100;

/** What each organization reads in its list over the API must be its history in the database, each key once. */
export async function compareLists(members: readonly Member[], snapshot: Snapshot): Promise<string[]> {
  const bindings = new Map(snapshot.bindings.map((binding) => [binding.id, binding]));
  const faults: string[] = [];
  for (const member of members) {
    const listed = (await readList(member)).toSorted();
    const stored = snapshot.issues
      .filter((issue) => issue.organization === member.organization)
      .map((issue) => bindings.get(issue.binding))
      .map((binding) => `${binding?.activationKey} ${binding?.deviceId} ${binding?.registrationKey}`)
      .toSorted();
    if (listed.join() !== stored.join()) faults.push(`the list of ${member.organization} is not its history`);
  }
  return faults;
}

async function readList(member: Member): Promise<string[]> {
  const lines: string[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await member.call('GET', `${member.path}/registration-keys?page=${page}&pageSize=${pageSize}`);
    if (answer.status !== 200) throw new Error(answer.text);
    const items = answer.body.items as { activationKey: string; deviceId: string; registrationKey: string }[];
    lines.push(...items.map((item) => [item.activationKey, item.deviceId, item.registrationKey].map(plain).join(' ')));
    if (items.length < pageSize) return lines;
  }
}
