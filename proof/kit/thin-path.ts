import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkout } from '../../server/config.ts';
import { logIn, newCompany, testPassword, tokenIn, type Member } from '../../tools/test/accounts.ts';
import { randomHex, type TestKey } from '../../tools/test/activation-keys.ts';
import { carryOut, uploadFile } from '../../tools/test/imports.ts';
import { person, type Answer } from '../../tools/test/person.ts';
import { toShiftJis } from '../../tools/test/shift-jis.ts';
import type { TestMailServer } from '../../tools/test/smtp.ts';

const site = 'conference';
const category = 'conference-unit';
const headings = ['アクティベーションキーナンバー', 'レジストレーションID', '品番', '用途', 'カテゴリー'];

export type ThinPath = { company: Member; deviceId: string; registrationKeys: string[]; mails: number };

export type ThinPathServer = {
  url: string;
  mail: TestMailServer;
  /** The settings it was started with; a command beside it needs the same. */
  env: Record<string, string>;
};

/**
 * The main job over HTTP, mails included: an operator is made on the command line and imports activation keys from a
 * Shift_JIS file; a company signs up, issues two keys for one device, gets them by mail, and gets the same ones again.
 */
export async function walkThinPath(server: ThinPathServer): Promise<ThinPath> {
  const operator = await newOperatorByCommand(server);
  const keys = await importKeys(operator, 2);
  const company = await newCompany(server, site);
  const deviceId = randomHex(16);
  const to = `keys-${deviceId.toLowerCase()}@example.jp`;
  const body = { category, deviceId, activationKeys: keys };
  const path = `${company.path}/registration-keys`;
  const review = expectStatus(await company.call('POST', `${path}/review`, body), 200);
  if ((review.body.rows as unknown[]).length !== keys.length) throw new Error(review.text);
  const issued = expectStatus(
    await company.create(path, { ...body, mail: { addresses: [to], subject: '登録キー' } }),
    201,
  );
  const registrationKeys = (issued.body.keys as { registrationKey: string }[]).map((key) => key.registrationKey);
  const mail = await server.mail.waitFor((one) => one.to === to);
  for (const key of registrationKeys) if (!mail.text.includes(key)) throw new Error(`the mail lacks ${key}`);
  const again = expectStatus(await company.create(path, body), 201);
  if (!registrationKeys.every((key) => again.text.includes(key))) throw new Error('the same pair gave another key');
  expectStatus(await company.create(path, { ...body, deviceId: randomHex(16) }), 422);
  const listed = expectStatus(await company.call('GET', `${path}?deviceId=${deviceId}`), 200);
  if (listed.body.total !== keys.length) throw new Error(`the list shows ${String(listed.body.total)} keys`);
  return { company, deviceId, registrationKeys, mails: server.mail.mails.length };
}

async function newOperatorByCommand({ url, env }: ThinPathServer): Promise<Member> {
  const loginId = `op${randomHex(8).toLowerCase()}`;
  const flags = ['--site', site, '--login-id', loginId, '--mail', 'operator@example.jp', '--name', '運営'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(checkout, 'cli', 'main.ts'), 'operator', 'create', ...flags],
    { env: { ...process.env, ...env }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`operator create failed: ${stderr}${stdout}`);
  const someone = person(url, site);
  expectStatus(await someone.call('POST', '/passwords', { token: tokenIn(stdout), password: testPassword }), 204);
  return logIn(someone, loginId);
}

async function importKeys(operator: Member, count: number): Promise<TestKey[]> {
  const keys = Array.from({ length: count }, () => ({ number: randomHex(16), registrationId: randomHex(16) }));
  const rows = keys.map(({ number, registrationId }) => [
    number,
    registrationId,
    'EX-MP04',
    '多地点接続',
    '会議ユニット',
  ]);
  const text = [headings, ...rows].map((cells) => cells.join(',')).join('\r\n');
  const preview = await uploadFile(operator, 'activation-keys', toShiftJis(text));
  expectStatus(preview, 201);
  const done = await carryOut(operator, preview.shown);
  if (done.storedCount !== count) throw new Error(`${done.storedCount} keys were stored, not ${count}`);
  return keys;
}

function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status === status) return answer;
  throw new Error(`expected ${status}, got ${answer.status}: ${answer.text}`);
}
