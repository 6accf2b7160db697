import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export type ReceivedMail = {
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  attachments: { filename: string; type: string; content: Buffer }[];
  raw: string;
};

export type TestMailServer = {
  url: string;
  mails: ReceivedMail[];
  /** Whether a mail may still be under way: when its sender is dead and this is false, nothing more comes of it. */
  isBusy(): boolean;
  /** What the next mails are answered with, if with anything; null takes them. */
  answerWith(responseCode: number | 'nothing' | null): void;
  /** Waits for a mail that fits; fails after `withinMs`. */
  waitFor(fits: (mail: ReceivedMail) => boolean, withinMs?: number): Promise<ReceivedMail>;
  close(): Promise<void>;
};

/** A real SMTP server that keeps what it gets. */
export async function startMailServer(port = 0): Promise<TestMailServer> {
  const mails: ReceivedMail[] = [];
  const watchers = new Set<() => void>();
  let refusal: number | 'nothing' | null = null;
  let receiving = 0;
  const begun = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom(_, session, callback) {
      begun.add(session.id);
      callback();
    },
    onClose(session) {
      begun.delete(session.id);
    },
    onData(stream, session, callback) {
      receiving += 1;
      const receive = async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        if (refusal === 'nothing') return;
        if (refusal !== null) {
          callback(Object.assign(new Error('refused by the test'), { responseCode: refusal }));
          return;
        }
        const recipients = session.envelope.rcptTo.map((one) => one.address);
        mails.push(await readMail(Buffer.concat(chunks), recipients));
        callback();
        for (const watch of watchers) watch();
      };
      // Only a sender that went away in the middle makes it fail, and half a mail is none.
      void receive()
        .catch(() => undefined)
        .finally(() => {
          begun.delete(session.id);
          receiving -= 1;
        });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    isBusy: () => begun.size > 0 || receiving > 0,
    answerWith: (responseCode) => {
      refusal = responseCode;
    },
    waitFor: waitingFor(mails, watchers),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Looks at what is there, and again at each mail that comes. */
function waitingFor(mails: readonly ReceivedMail[], watchers: Set<() => void>): TestMailServer['waitFor'] {
  return (fits, withinMs = 40_000) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        watchers.delete(look);
        reject(
          new Error(
            `no such mail came; there were: ${mails.map((mail) => `${mail.to} "${mail.subject}"`).join('; ') || 'none'}`,
          ),
        );
      }, withinMs);
      const look = () => {
        const found = mails.find(fits);
        if (!found) return;
        clearTimeout(timer);
        watchers.delete(look);
        resolve(found);
      };
      watchers.add(look);
      look();
    });
}

async function readMail(raw: Buffer, recipients: readonly string[]): Promise<ReceivedMail> {
  const mail = await PostalMime.parse(raw);
  return {
    to: recipients.join(','),
    from: mail.from?.address ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    messageId: mail.messageId ?? '',
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
      filename: filename ?? '',
      type: mimeType,
      content: Buffer.from(content as ArrayBuffer),
    })),
    raw: raw.toString('latin1'),
  };
}
