import { timingSafeEqual } from 'node:crypto';
import { setImmediate as otherWork } from 'node:timers/promises';
import { deviceIdDigits, formatDeviceId } from '../../../domain/identifiers/device-id.ts';
import { decideFile, type FileRow } from '../../../domain/registration-keys/file.ts';
import { findCategory, findFeature, type RegistrationKeyOptions } from '../../../domain/registration-keys/options.ts';
import { registrationKeyOptions } from '../../../domain/site/capabilities.ts';
import type { Refusal } from '../../../domain/verdict.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { Scope } from '../../kernel/session.ts';
import type { CellFault, CheckedRow } from '../../imports/importer.ts';
import { lockDevices } from '../store.ts';
import { hashRegistrationId } from '../registration-id.ts';
import { findKeyFacts, findKeysBefore, lockActivationKeys, type KeyFact } from './facts.ts';
import type { BulkRow } from './row.ts';

/** After so many rows others get a turn. */
const rowsAtOnce = 500;

type Checked = CheckedRow<BulkRow>;
type Sound = { row: Checked; value: BulkRow; fact: KeyFact | null };

/**
 * Judges every row by the rule of the wizard (K-04), on facts read at once for all of them. Faults go to their cells; the
 * others learn what is issued for them. With `lock` what was found holds until the end of the transaction.
 */
export async function checkBulk(
  app: App,
  tx: Tx,
  site: Site,
  rows: readonly Checked[],
  scope: Scope,
  lock: boolean,
): Promise<void> {
  const options = registrationKeyOptions(site);
  const sound = firstOfEach(rows);
  const numbers = sound.map(({ value }) => value.number);
  if (lock) {
    const deviceIds = sound.map(({ value }) => value.deviceId);
    await lockDevices(tx, site.id, deviceIds);
    await lockActivationKeys(tx, site.id, numbers);
  }
  const facts = await findKeyFacts(tx, scope, numbers);
  const judged: Sound[] = [];
  const asked: FileRow[] = [];
  for (const [at, { row, value }] of sound.entries()) {
    if (at % rowsAtOnce === 0) await otherWork();
    const fact = facts.get(value.number) ?? null;
    const fileRow = fileRowOf(app, site, options, value, fact);
    if ('fault' in fileRow) row.faults[fileRow.at] = fileRow.fault;
    else {
      judged.push({ row, value, fact });
      asked.push(fileRow);
    }
  }
  const devices = asked.map(({ category, deviceId }) => ({ format: category.idFormat, deviceId }));
  const keysBefore = await findKeysBefore(tx, site.id, devices);
  for (const [at, verdict] of decideFile(asked, { version: options.scheme.issue, keysBefore }).entries()) {
    const one = judged[at];
    const category = asked[at]?.category;
    if (!one || !category) throw new Error('a row was judged that is not there');
    if (!verdict.ok) one.row.faults.number = faultOf(verdict);
    else tell(one, { category, issue: verdict.value });
  }
}

/** Rows that can be read and whose number stands on no line above. */
function firstOfEach(rows: readonly Checked[]): { row: Checked; value: BulkRow }[] {
  const lines = new Map<string, number>();
  return rows.flatMap((row) => {
    if (!row.value) return [];
    const first = lines.get(row.value.number);
    if (first !== undefined) {
      row.faults.number = { code: 'imports/repeated-in-file', params: { line: first } };
      return [];
    }
    lines.set(row.value.number, row.line);
    return [{ row, value: row.value }];
  });
}

type Misfit = { at: string; fault: CellFault };

/** The row as the rule wants it. A category that the file leaves out is the key's, for who has its number and registration ID. */
function fileRowOf(
  app: App,
  site: Site,
  options: RegistrationKeyOptions,
  value: BulkRow,
  fact: KeyFact | null,
): FileRow | Misfit {
  const typed = hashRegistrationId(app, site.id, value.number, value.registrationId);
  // A number that is not there costs the same as a wrong registration ID.
  const same = timingSafeEqual(typed, fact?.registrationIdHash ?? Buffer.alloc(typed.length));
  const matches = same && fact !== null;
  const category =
    value.category ??
    (matches ? findCategory(options, fact.category) : null) ??
    options.categories.find((one) => one.issuedHere && one.idFormat === value.format);
  if (!category) return { at: 'category', fault: { code: 'registration-keys/category-unknown' } };
  if (category.idFormat !== value.format) {
    const params = { digits: deviceIdDigits[category.idFormat], found: value.deviceId.length };
    return { at: 'deviceId', fault: { code: 'identifiers/hex-length', params } };
  }
  const binding = fact?.binding ?? null;
  return {
    category,
    deviceId: value.deviceId,
    facts: {
      number: value.number,
      activationKey: fact,
      registrationIdMatches: matches,
      feature: fact ? (findFeature(options, fact.productNumber, fact.category)?.code ?? null) : null,
      held: fact?.held ?? false,
      binding,
    },
  };
}

/** In a file there is no step to go back to: some refusals are told in other words than in the wizard. */
const inFile: Record<string, string> = {
  'not-issued-here': 'file-not-issued-here',
  'other-category': 'file-other-category',
};

function faultOf({ code, params }: Refusal): CellFault {
  return { code: `registration-keys/${inFile[code] ?? code}`, ...(params && { params }) };
}

function tell({ row, value, fact }: Sound, decided: Pick<NonNullable<BulkRow['decided']>, 'category' | 'issue'>): void {
  const { issue } = decided;
  const { productNumber = '', purpose = '' } = fact ?? {};
  value.decided = { ...decided, productNumber, purpose, bindingId: fact?.binding?.id ?? null };
  row.tells = {
    productNumber,
    purpose,
    state: issue.state === 'new' ? 'new' : 'issued-before',
    ...(issue.state === 'again' && { firstIssuedAt: issue.firstIssuedAt.toISOString() }),
  };
}

/** A device ID as people write it. */
export function shownDeviceId({ deviceId, format }: Pick<BulkRow, 'deviceId' | 'format'>): string {
  return formatDeviceId(deviceId, format);
}
