import type { EventKind } from '../../domain/events/kinds.ts';
import type { Language } from '../../domain/site/languages.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import type { SealedEvent } from '../kernel/events.ts';

/**
 * One mail that an event causes. Recipient and language are decided with the event; the text is written when it is sent. Who keeps account
 * of it names its `id`.
 */
export type PlannedMail = { recipient: string; language: Language; id?: string };

export type Attachment = { filename: string; contentType: string; content: Buffer };

export type MailText = {
  subject: string;
  text: string;
  /** The whole document; made of the text, where it is left out. */
  html?: string;
  attachments?: readonly Attachment[];
  /** More headers of the mail, e.g. how to have no more of the kind. */
  headers?: Readonly<Record<string, string>>;
};

/**
 * A kind of mail: which event causes it, to whom it goes, and its text. `text` runs as late as the sending, from the
 * facts of then; null means that there is nothing to say any more.
 */
export type MailPlan = {
  template: string;
  what: EventKind;
  /** Goes to very many at once: every other mail that is due goes first. */
  bulk?: true;
  recipients(tx: Tx, event: SealedEvent): Promise<PlannedMail[]>;
  text(
    app: App,
    site: Site,
    mail: { id: string; eventId: string; recipient: string; language: Language; data: Record<string, unknown> },
  ): Promise<MailText | null>;
};
