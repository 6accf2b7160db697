import type { Permission } from '../../../domain/accounts/permissions.ts';
import type { App, Site } from '../app.ts';
import type { Scope, Session } from '../session.ts';

/** Says that something has changed; whoever watches it looks again. Holds no blank and no end of line. */
export type Signal = string;

/** Every event of a site whose `what` begins with this word, e.g. `alarms`. */
export function eventsOf(siteId: string, word: string): Signal {
  return `events/${siteId}/${word}`;
}

/** Every event of a site about this subject, e.g. `device/<uuid>`. */
export function eventsAbout(siteId: string, subject: string): Signal {
  return `about/${siteId}/${subject}`;
}

/** Who watches, and what: `subject` is what stands behind the topic's name. */
export type LiveCall = { app: App; site: Site; scope: Scope; session: Session; subject: string };

/** Something a page may watch; it stands in the descriptor of a capability. */
export type LiveTopic = {
  /** `NAME` is asked for as `NAME` or `NAME/SUBJECT`. */
  name: string;
  permission: Permission;
  /** The signals at which there is something new to see; null where there is no such thing, or it is not the caller's. */
  watch(call: LiveCall): Promise<readonly Signal[] | null>;
  /**
   * What the page sees at once and after each signal, read anew with the scope of the moment; null as above. Without it the page is
   * only told that something has changed, and asks by itself.
   */
  read?(call: LiveCall): Promise<object | null>;
};

/** A topic as somebody asked for it. */
export type AskedTopic = { asked: string; topic: LiveTopic; subject: string };
