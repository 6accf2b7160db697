import type { App } from '../../server/kernel/app.ts';
import type { Member } from './accounts.ts';
import { randomHex, type TestKey } from './activation-keys.ts';
import { carryOut, uploadFile, type ShownImport } from './imports.ts';

/** A row of a file of pairs. */
export type Pair = TestKey & { deviceId: string; category?: string; lines?: [string, string] };

const headings = ['category', 'deviceId', 'number', 'registrationId', 'installation1', 'installation2'];

/** The cells of a file of pairs, the keys of the columns or other headings first. */
export function bulkCells(pairs: readonly Pair[], heads: readonly string[] = headings): string[][] {
  return [
    [...heads],
    ...pairs.map(({ category = '', deviceId, number, registrationId, lines = ['', ''] }) => [
      category,
      deviceId,
      number,
      registrationId,
      ...lines,
    ]),
  ];
}

export function bulkCsv(pairs: readonly Pair[], heads?: readonly string[]): string {
  return bulkCells(pairs, heads)
    .map((cells) => cells.join(','))
    .join('\r\n');
}

/** A device for each key. */
export function pairsOf(keys: readonly TestKey[], deviceId: () => string = () => randomHex(16)): Pair[] {
  return keys.map((key) => ({ ...key, deviceId: deviceId() }));
}

/** Every binding as "number device slot". */
export async function readBindings({ db }: App): Promise<string[]> {
  const rows = await db
    .selectFrom('registration_key_bindings as b')
    .innerJoin('identifiers as i', (join) =>
      join.onRef('i.site_id', '=', 'b.site_id').onRef('i.id', '=', 'b.identifier_id'),
    )
    .select(['b.activation_key', 'i.value', 'b.slot'])
    .execute();
  return rows.map((row) => `${row.activation_key} ${row.value} ${row.slot}`).toSorted();
}

export function uploadPairs(member: Member, pairs: readonly Pair[]) {
  return uploadFile(member, 'bulk-issue', bulkCsv(pairs));
}

/** Hands a file of pairs over, confirms it and waits until it is over. */
export async function issuePairs(member: Member, pairs: readonly Pair[]): Promise<ShownImport> {
  return carryOut(member, (await uploadPairs(member, pairs)).shown);
}

/** Asks for keys of one device, as the wizard does. */
export function askWizard(member: Member, deviceId: string, activationKeys: TestKey[]) {
  return member.create(`${member.path}/registration-keys`, { category: 'conference-unit', deviceId, activationKeys });
}

/** Issues keys for one device, as the wizard does. */
export async function issueByWizard(member: Member, deviceId: string, activationKeys: TestKey[]) {
  const answer = await askWizard(member, deviceId, activationKeys);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer;
}

/** The rows with faults, each as its line and "column code". */
export function faultsOf(shown: ShownImport): (string | number)[][] {
  return shown.rows
    .filter((row) => Object.keys(row.faults).length > 0)
    .map((row) => [row.line, ...Object.entries(row.faults).map(([key, { code }]) => `${key} ${code}`)]);
}
