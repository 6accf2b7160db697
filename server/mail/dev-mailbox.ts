import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { escapeHtml } from './html.ts';
import { securityHeaders } from '../kernel/http/security-headers.ts';

const shownMax = 50;

type File = { filename: string; type: string; content: Uint8Array<ArrayBuffer> };
type Shown = { name: string; from: string; to: string; subject: string; date: string; text: string; files: File[] };

/** The mailbox of the demo: what would have been mailed, newest first. Only the demo mounts it. */
export function devMailbox(folder: string): Hono {
  const hono = new Hono();
  hono.get('/dev/mail', async (context) => page(context, list(await readMails(folder))));
  hono.get('/dev/mail/:name', async (context) => {
    const mail = (await readMails(folder)).find((one) => one.name === context.req.param('name'));
    return mail ? page(context, show(mail)) : context.notFound();
  });
  hono.get('/dev/mail/:name/:at', async (context) => {
    const mail = (await readMails(folder)).find((one) => one.name === context.req.param('name'));
    const file = mail?.files[Number(context.req.param('at'))];
    if (!file) return context.notFound();
    const name = `filename*=UTF-8''${encodeURIComponent(file.filename)}`;
    return context.body(file.content, 200, {
      ...securityHeaders,
      'cache-control': 'no-store',
      'content-type': file.type,
      'content-disposition': `attachment; ${name}`,
    });
  });
  return hono;
}

async function readMails(folder: string): Promise<Shown[]> {
  const { default: PostalMime } = await import('postal-mime');
  const names = (await readdir(folder).catch(() => []))
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .reverse()
    .slice(0, shownMax);
  return Promise.all(
    names.map(async (name) => {
      const mail = await PostalMime.parse(await readFile(join(folder, name)));
      return {
        name: name.replace(/\.eml$/, ''),
        from: mail.from?.name ?? '',
        to: (mail.to ?? []).map((one) => one.address ?? '').join(', '),
        subject: mail.subject ?? '',
        date: mail.date ?? '',
        text: mail.text ?? '',
        files: mail.attachments.map(({ filename, mimeType, content }) => ({
          filename: filename ?? '',
          type: mimeType,
          content: new Uint8Array(content as ArrayBuffer),
        })),
      };
    }),
  );
}

const style = `body{font:16px/1.7 system-ui,sans-serif;margin:2rem auto;max-width:56rem;padding:0 1rem;color-scheme:light dark}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.5rem;border-bottom:1px solid #8888;vertical-align:top}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;border:1px solid #8888;padding:1rem}a{color:light-dark(#0031d8,#9db7f9)}`;

function page(
  context: { html(text: string, status: 200, headers: Record<string, string>): Response | Promise<Response> },
  body: string,
) {
  const html = `<!doctype html><html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mailbox · メール</title><style>${style}</style></head><body><main>${body}</main></body></html>`;
  return context.html(html, 200, { ...securityHeaders, 'cache-control': 'no-store' });
}

function list(mails: readonly Shown[]): string {
  const rows = mails.map(
    (mail) =>
      `<tr><td>${escapeHtml(mail.date.slice(0, 19).replace('T', ' '))}</td><td>${escapeHtml(mail.to)}</td><td><a href="/dev/mail/${encodeURIComponent(mail.name)}">${escapeHtml(mail.subject)}</a></td></tr>`,
  );
  const table = `<table><thead><tr><th>UTC</th><th>To · 宛先</th><th>Subject · 件名</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return `<h1>Mailbox · メール</h1><p>The demo sends no mail; what it would send is here. デモではメールは送信されず、ここに表示されます。</p>${mails.length > 0 ? table : '<p>0件 · none yet</p>'}`;
}

function show(mail: Shown): string {
  const text = escapeHtml(mail.text).replaceAll(/https?:\/\/[^\s&<>]+/g, (url) => `<a href="${url}">${url}</a>`);
  const files = mail.files.map(
    ({ filename }, at) =>
      `<li><a href="/dev/mail/${encodeURIComponent(mail.name)}/${at}">${escapeHtml(filename)}</a></li>`,
  );
  return `<p><a href="/dev/mail">Mailbox · メール</a></p><h1>${escapeHtml(mail.subject)}</h1><p>${escapeHtml(mail.from)} → ${escapeHtml(mail.to)}</p><pre>${text}</pre>${files.length > 0 ? `<ul>${files.join('')}</ul>` : ''}`;
}
