import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import type { ExportColumn, Row } from '../domain/exports/columns.ts';
import { encodeFile } from '../server/exports/file.ts';
import { newCompany, type Member } from '../tools/test/accounts.ts';
import { giveActivationKeys } from '../tools/test/activation-keys.ts';
import { startMailServer } from '../tools/test/smtp.ts';
import { beside } from './kit/beside.ts';
import { childServer } from './kit/child-server.ts';
import { seededRandom } from './kit/random.ts';
import { checkInOffice, type Expected } from './libreoffice/check.ts';
import { checkDeviceFiles } from './libreoffice/devices.ts';
import { fileOf, inEncoding, kinds, nameOf, naughty, plain, shown, type Kind } from './libreoffice/kinds.ts';

const codes = ['0012345678901234', '1234567890123456', '0000-1111-2222-3333', '01:23:45:67:89:10', '12E4567890123456'];
const withControls = ['\t=1', 'two\nlines'];

export const experiment: Experiment = {
  name: 'libreoffice',
  summary: 'Our CSV and Excel files in LibreOffice: Japanese and numbers intact, and nothing is computed',
  debianPackages: ['libreoffice-calc-nogui'],
  run: async ({ seed, folder, say }) => {
    await buildWeb(say);
    let cells = 0;
    for (const kind of kinds) {
      const compared = await checkAllKinds(folder, kind);
      say(`${nameOf(kind)} with cells of every kind: ${compared} cells are as they were written`);
      cells += compared;
    }
    const mail = await startMailServer();
    const server = await childServer({ dataDir: folder, env: { ENGAWA_SMTP_URL: mail.url } });
    try {
      server.spawn();
      await server.ready();
      const member = await newCompany({ url: server.url, mail });
      await issueNaughty(folder, member, seed);
      for (const kind of kinds) {
        const compared = await checkHistory(folder, server.url, member, kind);
        say(`${nameOf(kind)} of the history: ${compared} cells are as the portal shows them`);
        cells += compared;
      }
      const ofDevices = await checkDeviceFiles(folder, server.url, say);
      return { files: 2 * kinds.length + ofDevices.files, 'cells compared': cells + ofDevices.cells, formulas: 0 };
    } finally {
      await server.destroy();
      await mail.close();
    }
  },
};

/** A file with each kind of column, as every export is written. */
async function checkAllKinds(folder: string, kind: Kind): Promise<number> {
  const columns: ExportColumn[] = [
    { key: 'installation', kind: 'text' },
    { key: 'deviceId', kind: 'code' },
    { key: 'shownAgain', kind: 'integer' },
    { key: 'issuedAt', kind: 'instant' },
  ];
  const texts = [...naughty, ...plain, ...withControls].map((text) => inEncoding(kind, text));
  const at = Date.UTC(2026, 10, 21, 3, 4, 5);
  const rows: Row[] = texts.map((text, index) => [text, codes[index % codes.length] ?? '', index, at]);
  async function* batches() {
    yield rows;
  }
  const file = { kind: 'issue-history', columns, language: 'ja', timeZone: 'Asia/Tokyo', rows: batches() } as const;
  const chunks: Uint8Array[] = [];
  for await (const chunk of encodeFile(file, kind.format, kind.encoding)) chunks.push(chunk);
  const moment: Expected = kind.format === 'xlsx' ? { type: 'date' } : '2026-11-21T12:04:05+09:00';
  const expected: Expected[][] = [
    ['設置場所', '機器ID', '再表示の回数', '初回発行日時'],
    ...rows.map(([text, code]): Expected[] => [
      shown(kind.format, String(text)),
      String(code),
      { type: 'float' },
      moment,
    ]),
  ];
  return checkInOffice(folder, fileOf('kinds', kind, Buffer.concat(chunks)), expected);
}

async function issueNaughty(folder: string, member: Member, seed: number): Promise<void> {
  const random = seededRandom(seed);
  const texts = [...naughty, ...plain];
  const keys = await beside(folder, (app) => giveActivationKeys({ app }, texts.length, { hex: random.hex }));
  for (const [index, text] of texts.entries()) {
    const deviceId = random.hex(16);
    await member.call('PUT', `${member.path}/registration-keys/installations/${deviceId}`, { lines: [text, ''] });
    const body = { category: 'conference-unit', deviceId, activationKeys: [keys[index]] };
    const answer = await member.create(`${member.path}/registration-keys`, body);
    if (answer.status !== 201) throw new Error(answer.text);
  }
}

type Item = Record<'deviceId' | 'activationKey' | 'registrationKey' | 'productNumber' | 'purpose' | 'user', string> & {
  installation: [string, string];
};

/** The real download against what the portal's list says. */
async function checkHistory(folder: string, url: string, member: Member, kind: Kind): Promise<number> {
  const listed = await member.call('GET', `${member.path}/registration-keys/history?pageSize=100`);
  const cookie = [...member.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const wishes = `format=${kind.format}&encoding=${kind.encoding}&language=ja`;
  const answer = await fetch(`${url}/api/conference${member.path}/exports/issue-history?${wishes}`, {
    headers: { cookie },
  });
  if (answer.status !== 200) throw new Error(`the export answers ${answer.status}`);
  const text = (value: string) => shown(kind.format, inEncoding(kind, value));
  const moment = kind.format === 'xlsx' ? 'date' : 'string';
  const rows = (listed.body.items as Item[]).map((item): Expected[] => [
    { type: moment },
    item.deviceId,
    text(item.installation[0]),
    item.activationKey,
    item.registrationKey,
    item.productNumber,
    item.purpose,
    '会議ユニット',
    item.user,
    { type: 'float' },
  ]);
  const head: Expected[] =
    '初回発行日時,機器ID,設置場所,アクティベーションキーの番号,レジストレーションキー,品番,用途,カテゴリー,利用者,再表示の回数'.split(
      ',',
    );
  return checkInOffice(folder, fileOf('history', kind, Buffer.from(await answer.arrayBuffer())), [head, ...rows]);
}
