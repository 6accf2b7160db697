import { guardCell } from '../../domain/exports/guard.ts';
import { giveDevices } from '../../tools/test/devices.ts';
import { carryOut, readFile, uploadFile } from '../../tools/test/imports.ts';
import { newColleague, newOrganization, type Colleague } from '../../tools/test/organizations.ts';
import { beside } from '../kit/beside.ts';
import { checkInOffice, type Expected } from './check.ts';
import { fileOf, inEncoding, kinds, nameOf, naughty, plain, shown, type Kind } from './kinds.ts';

const siteId = 'ups';
const model = 'SB1500-R';
const boughtOn = '2026-10-15';

type Row = { serial: string; text: string; code: string; codeBinary: string };
type People = { customer: Colleague; operator: Colleague; serials: string[] };

/** Devices registered by file with every naughty text: their list, the result of the file and the factory's list, as the portal gives them. */
export async function checkDeviceFiles(
  folder: string,
  url: string,
  say: (line: string) => void,
): Promise<{ files: number; cells: number }> {
  const texts = [...naughty, ...plain];
  const { customer, operator, serials } = await beside(folder, async (app): Promise<People> => {
    const newOwner = async (kind: 'customer' | 'maker') => {
      const organization = await newOrganization({ app }, kind, '見本工業', siteId);
      return newColleague({ app, url }, organization, 'owner', { siteId });
    };
    const made = (await giveDevices({ app }, texts.length, { model })).toSorted();
    return { customer: await newOwner('customer'), operator: await newOwner('maker'), serials: made };
  });
  const quoted = (text: string) => `"${guardCell(text).replaceAll('"', '""')}"`;
  const lines = serials.map((serial, at) => [serial, boughtOn, ...[0, 1].map(() => quoted(texts[at] ?? ''))].join(','));
  const content = ['serial,purchasedOn,company,remarks', ...lines].join('\r\n');
  const { id } = await carryOut(customer, (await uploadFile(customer, 'device-registrations', content)).shown);
  const done = await readFile(customer, id, '?pageSize=100');
  const rows = done.rows.map(({ cells }, at): Row => {
    const { serial = '', code = '', codeBinary = '' } = cells;
    return { serial, code, codeBinary, text: texts[at] ?? '' };
  });
  if (rows.length !== texts.length) throw new Error(`${rows.length} rows of ${texts.length} are there`);
  const files = [
    { name: 'result', who: customer, path: `/imports/${done.id}/result?`, expected: resultRows },
    { name: 'devices', who: customer, path: '/exports/devices?sort=serial&', expected: listRows },
    { name: 'manufactured', who: operator, path: '/exports/manufactured-devices?sort=serial&', expected: madeRows },
  ];
  let cells = 0;
  for (const { name, who, path, expected } of files)
    for (const kind of kinds) {
      const bytes = await take(url, who, `${path}format=${kind.format}&encoding=${kind.encoding}&language=ja`);
      // The result of a file is written in UTF-8.
      const written = name === 'result' ? { ...kind, encoding: 'utf-8' as const } : kind;
      const compared = await checkInOffice(
        folder,
        fileOf(`${name}-${kind.encoding}`, written, bytes),
        expected(rows, written),
      );
      say(`${nameOf(written)} of ${name}: ${compared} cells are as they were typed`);
      cells += compared;
    }
  return { files: files.length * kinds.length, cells };
}

async function take(url: string, { cookies, path }: Colleague, wish: string): Promise<Buffer> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  // Only files of lists know encodings.
  const asked = wish.startsWith('/imports') ? wish.replace(/&encoding=[^&]*/, '') : wish;
  const answer = await fetch(`${url}/api/${siteId}${path}${asked}`, { headers: { cookie } });
  if (answer.status !== 200) throw new Error(`${asked} answers ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

const headsOf = (text: string): Expected[] => text.split(',');
const day: Expected = { type: 'date' };
const asWritten = (kind: Kind, text: string) => shown(kind.format, inEncoding(kind, text));
const moment = ({ format }: Kind): Expected => ({ type: format === 'xlsx' ? 'date' : 'string' });

function resultRows(rows: readonly Row[], kind: Kind): Expected[][] {
  return [
    headsOf('製造番号,型式,キーコード,キーコード（2進数）,状態,購入日（使用開始日）,保証期間の終了日,会社名,備考'),
    ...rows.map(({ serial, text, code, codeBinary }): Expected[] => {
      const written = asWritten(kind, text);
      return [serial, model, code, codeBinary, '新規登録', day, day, written, written];
    }),
  ];
}

function listRows(rows: readonly Row[], kind: Kind): Expected[][] {
  return [
    headsOf(
      '製造番号,型式,種別,キーコード,キーコード（2進数）,購入日（使用開始日）,保証期間の終了日,使用終了日,備考,会社名,登録日時',
    ),
    ...rows.map(({ serial, text, code, codeBinary }): Expected[] => {
      const written = asWritten(kind, text);
      return [serial, model, 'UPS本体', code, codeBinary, day, day, null, written, written, moment(kind)];
    }),
  ];
}

function madeRows(rows: readonly Row[], kind: Kind): Expected[][] {
  return [
    headsOf('型式,製造番号,出荷日,注文番号,状態,取込日時'),
    ...rows.map(({ serial }): Expected[] => [model, serial, day, null, '登録済み', moment(kind)]),
  ];
}
