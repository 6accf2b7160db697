import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { devMailbox } from './dev-mailbox.ts';
import { folderTransport } from './transport.ts';

test('P-20 files of a mail can be opened in the mailbox of the demo; one that is not there cannot', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'engawa-mailbox-'));
  const transport = await folderTransport(folder);
  const content = Buffer.from('%PDF-1.3 <見本>');
  await transport.send({
    messageId: '<0190a000-0000-7000-8000-000000000001@example.jp>',
    from: 'no-reply@example.jp',
    to: 'hanako@example.jp',
    subject: '月次レポート',
    text: 'お知らせします。',
    html: '<p>お知らせします。</p>',
    language: 'ja',
    attachments: [{ filename: '月次<レポート>.pdf', contentType: 'application/pdf', content }],
  });
  const mailbox = devMailbox(folder);
  const name = '_0190a000-0000-7000-8000-000000000001_example_jp_';
  const shown = await (await mailbox.request(`/dev/mail/${name}`)).text();
  expect(shown).toContain(`<a href="/dev/mail/${name}/0">月次&lt;レポート&gt;.pdf</a>`);
  const file = await mailbox.request(`/dev/mail/${name}/0`);
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(Buffer.from(await file.arrayBuffer()).equals(content)).toBe(true);
  for (const at of ['1', 'x', '-1']) expect((await mailbox.request(`/dev/mail/${name}/${at}`)).status).toBe(404);
  transport.close();
  await rm(folder, { recursive: true });
});
