import { mkdir, readdir, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attachment } from './plan.ts';

export type OutgoingMail = {
  messageId: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  language: string;
  attachments?: Attachment[];
  headers?: Readonly<Record<string, string>>;
};

/** Hands one mail over; throws when it was not taken. A `responseCode` of 500 and above on the error means for ever. */
export type Transport = { send(mail: OutgoingMail): Promise<void>; close(): void };

const timeoutMs = 30_000;
const idleMs = 10_000;
const mailboxMax = 500;

function headersOf(language: string, more: OutgoingMail['headers']): Record<string, string> {
  return {
    ...more,
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'Content-Language': language,
  };
}

/** Sends over SMTP; `url` is `smtp://user:password@host:port` or `smtps://…`. */
export async function smtpTransport(url: string): Promise<Transport> {
  const { createTransport } = await import('nodemailer');
  const mailer = createTransport({
    url,
    // One connection for all mails while they follow each other: receivers greet late, and TLS costs more than a mail.
    pool: true,
    maxConnections: 1,
    idleTimeout: idleMs,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  return {
    async send({ language, headers, ...mail }) {
      await mailer.sendMail({
        ...mail,
        headers: headersOf(language, headers),
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
    close: () => mailer.close(),
  };
}

/** Keeps mails as files for the mailbox in the browser; for trying, never for production. */
export async function folderTransport(folder: string): Promise<Transport> {
  const { createTransport } = await import('nodemailer');
  const mailer = createTransport({ streamTransport: true, buffer: true });
  await mkdir(folder, { recursive: true });
  return {
    async send({ language, headers, ...mail }) {
      const built = await mailer.sendMail({ ...mail, headers: headersOf(language, headers) });
      const name = `${mail.messageId.replaceAll(/[^A-Za-z0-9-]/g, '_')}.eml`;
      await writeFile(join(folder, `${name}.new`), built.message as Buffer);
      await rename(join(folder, `${name}.new`), join(folder, name));
      await keepNewest(folder);
    },
    close: () => mailer.close(),
  };
}

/** Message-IDs begin with a UUIDv7, so names sort by age. */
async function keepNewest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
  for (const name of names.slice(0, Math.max(0, names.length - mailboxMax))) await unlink(join(folder, name));
}
