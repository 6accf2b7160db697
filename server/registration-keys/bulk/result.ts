import type { ExportColumn } from '../../../domain/exports/columns.ts';
import { formatDeviceId, type DeviceIdFormat } from '../../../domain/identifiers/device-id.ts';
import { formatKey } from '../../../domain/registration-keys/key.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Cells } from '../../imports/importer.ts';
import { keyMaker } from '../masters.ts';
import type { DecidedRow } from './write.ts';

/** What the organization comes for, in the order in which it is read and typed. No registration IDs: they have served. */
export const resultColumns: readonly ExportColumn[] = [
  { key: 'deviceId', kind: 'code' },
  { key: 'registrationKey', kind: 'code' },
  { key: 'number', kind: 'code' },
  { key: 'productNumber', kind: 'code' },
  { key: 'purpose', kind: 'text' },
  { key: 'state', kind: 'text' },
  { key: 'firstIssuedAt', kind: 'instant' },
  { key: 'category', kind: 'text' },
  { key: 'installation1', kind: 'text' },
  { key: 'installation2', kind: 'text' },
];

/** What a row became, without its key: that is computed when it is shown, as everywhere. */
type Became = {
  category: string;
  product: string;
  format: DeviceIdFormat;
  deviceId: string;
  number: string;
  feature: number;
  slot: number;
  version: number;
  productNumber: string;
  purpose: string;
  state: 'new' | 'issued-before';
  firstIssuedAt: string;
  lines: [string, string];
};

export function becameOf({ decided, format, deviceId, number, lines }: DecidedRow, now: Date): Became {
  const { category, issue, productNumber, purpose } = decided;
  const { feature, slot, version } = issue;
  return {
    category: category.id,
    product: String(category.product),
    format,
    deviceId,
    number,
    feature,
    slot,
    version,
    productNumber,
    purpose,
    state: issue.state === 'new' ? 'new' : 'issued-before',
    firstIssuedAt: (issue.state === 'new' ? now : issue.firstIssuedAt).toISOString(),
    lines,
  };
}

/** Rows as `becameOf` made them, with their registration keys. */
export async function presentResult(app: App, site: Site, rows: readonly unknown[]): Promise<Cells[]> {
  const became = rows as readonly Became[];
  const makeKey = await keyMaker(
    app,
    site,
    became.map((row) => row.version),
  );
  return became.map((row) => ({
    category: row.category,
    deviceId: formatDeviceId(row.deviceId, row.format),
    number: formatKey(row.number),
    registrationKey: formatKey(makeKey(row)),
    productNumber: row.productNumber,
    purpose: row.purpose,
    state: row.state,
    firstIssuedAt: row.firstIssuedAt,
    installation1: row.lines[0],
    installation2: row.lines[1],
  }));
}
