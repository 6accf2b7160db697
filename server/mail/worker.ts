import { sql } from 'kysely';
import type { Language } from '../../domain/site/languages.ts';
import type { App } from '../kernel/app.ts';
import { after, hoursMs, minutesMs, secondsMs } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import { writeEvents } from '../kernel/events.ts';
import { waitsWorker } from '../kernel/waits.ts';
import { startWakeable, type Wakeable } from '../kernel/wakeable.ts';
import { textToHtml } from './html.ts';
import type { MailPlan } from './plan.ts';
import type { Transport } from './transport.ts';

/** Waits after the first, second … failed try; after the last the mail is given up and an operator is told. */
export const retryWaitsMs = [
  10 * secondsMs,
  minutesMs,
  5 * minutesMs,
  30 * minutesMs,
  2 * hoursMs,
  8 * hoursMs,
  24 * hoursMs,
  24 * hoursMs,
];
export const mailWaits = waitsWorker('mails', { table: 'mails', tries: 'tries', of: sql`state = 'due'` }, retryWaitsMs);
const permanentFrom = 500;
const fallbackWaitMs = 1_000;

/** Hands due mails over, one after the other. On failure a mail waits; the others go on. */
export function startMailWorker(app: App, plans: readonly MailPlan[], transport: Transport): Wakeable {
  const loop = startWakeable(
    async (running) => {
      while (running() && (await app.watchRun('mails', () => sendNext(app, plans, transport))));
    },
    { everyMs: fallbackWaitMs, log: app.log, failed: 'sending mails was interrupted and is tried again' },
  );
  return { ...loop, stop: () => loop.stop().then(() => transport.close()) };
}

/**
 * Sends the oldest due mail, one of few before one of very many; false when there is none. The row stays locked meanwhile, so no other node sends it too.
 * A process that dies between the receiver's answer and the commit leaves it due: then it goes out again under the
 * same Message-ID, and never otherwise.
 */
export async function sendNext(app: App, plans: readonly MailPlan[], transport: Transport): Promise<boolean> {
  return app.db.transaction().execute(async (tx) => {
    const now = app.clock.now();
    const mail = await tx
      .selectFrom('mails as m')
      .innerJoin('events as e', (join) => join.onRef('e.site_id', '=', 'm.site_id').onRef('e.id', '=', 'm.event_id'))
      .select(['m.site_id', 'm.id', 'm.event_id', 'm.recipient', 'm.template', 'm.language', 'm.tries', 'e.data'])
      .where('m.state', '=', 'due')
      .where('m.next_try_at', '<=', now)
      .orderBy('m.bulk')
      .orderBy('m.next_try_at')
      .limit(1)
      .forUpdate('m')
      .skipLocked()
      .executeTakeFirst();
    if (!mail) return false;
    const site = app.sites.get(mail.site_id);
    const plan = plans.find((one) => one.template === mail.template);
    const language = mail.language as Language;
    let subject: string | null = null;
    try {
      const { event_id: eventId, recipient } = mail;
      const data = mail.data as Record<string, unknown>;
      // A text that cannot be written is its own mail's trouble: the others go on.
      const text =
        site && plan ? await plan.text(app, site, { id: mail.id, eventId, recipient, language, data }) : null;
      if (!site || !text) {
        await mark(tx, mail, { state: 'dropped' });
        return true;
      }
      subject = text.subject;
      await transport.send({
        messageId: `<${mail.id}@${new URL(site.address).hostname}>`,
        from: `"${(site.mail.senderName ?? site.name)[language].replaceAll(/["\\\r\n]/g, '')}" <${site.mail.sender}>`,
        to: mail.recipient,
        subject,
        text: text.text,
        html: text.html ?? textToHtml(text.text, language),
        language,
        ...(text.attachments && { attachments: [...text.attachments] }),
        ...(text.headers && { headers: text.headers }),
      });
      await mark(tx, mail, { state: 'sent', sent_at: now, tries: mail.tries + 1 });
    } catch (error) {
      await postpone(app, tx, { ...mail, subject }, error, now);
    }
    return true;
  });
}

type Row = { site_id: string; id: string; event_id: string; tries: number };
type Change = {
  state?: string;
  sent_at?: Date;
  tried_at?: Date;
  tries?: number;
  next_try_at?: Date;
  last_error?: string;
  subject?: string | null;
};

async function mark(tx: Tx, mail: Row, change: Change): Promise<void> {
  await tx.updateTable('mails').set(change).where('site_id', '=', mail.site_id).where('id', '=', mail.id).execute();
}

async function postpone(
  app: App,
  tx: Tx,
  mail: Row & { subject: string | null },
  error: unknown,
  now: Date,
): Promise<void> {
  const responseCode = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
  const wait = responseCode >= permanentFrom ? undefined : retryWaitsMs[mail.tries];
  const last_error = (error instanceof Error ? error.message : String(error)).slice(0, 500);
  app.log.warn({ mail: mail.id, tries: mail.tries + 1, responseCode }, 'a mail was not taken');
  const failed = { tries: mail.tries + 1, tried_at: now, last_error, subject: mail.subject };
  if (wait !== undefined) {
    await mark(tx, mail, { ...failed, next_try_at: after(now, wait) });
    return;
  }
  await mark(tx, mail, { ...failed, state: 'dead' });
  await writeEvents(tx, { siteId: mail.site_id, actor: { kind: 'system' }, now, requestId: null }, [
    { what: 'mail.dead', subject: `mail/${mail.id}`, data: { event: mail.event_id } },
  ]);
}
