/** Why nothing more is said of one topic. What is not there and what is not the reader's read alike. */
export const topicEndings = ['not-there'] as const;
export type TopicEnding = (typeof topicEndings)[number];

/**
 * Why a whole stream ends: nobody is logged in any more; acting on behalf is over; the site is closed; this session watches too much
 * elsewhere; the server goes down; what was sent was not taken.
 */
export const streamEndings = [
  'session-over',
  'acting-over',
  'maintenance',
  'elsewhere',
  'restarting',
  'not-taken',
] as const;
export type StreamEnding = (typeof streamEndings)[number];

/**
 * What is sent on a stream of live updates: what a topic shows now; that it has changed, for topics that a page asks for itself; that
 * one topic or all of them are over.
 */
export type LiveMessage =
  | { kind: 'shown'; topic: string; data: unknown }
  | { kind: 'changed'; topic: string }
  | { kind: 'ended'; topic: string; reason: TopicEnding }
  | { kind: 'over'; reason: StreamEnding };

export const topicsMax = 20;
export const topicCharactersMax = 100;
/** A name, and what of it is watched. */
export const topicPattern = /^[a-z]+(?:-[a-z]+)*(?:\/[A-Za-z0-9_-]+)*$/;

/** Sent by a page that asks by itself, while perhaps nobody is there: such a request does not keep a session open. */
export const unattendedHeader = 'engawa-unattended';

const kinds: readonly string[] = ['shown', 'changed', 'ended', 'over'] satisfies LiveMessage['kind'][];

/** A message as one event of a text/event-stream (HTML, server-sent events). */
export function formatMessage({ kind, ...rest }: LiveMessage): string {
  return `event: ${kind}\ndata: ${JSON.stringify(rest)}\n\n`;
}

/** One event of a text/event-stream, without the empty line after it; null for comments and for kinds that a later server may send. */
export function parseMessage(event: string): LiveMessage | null {
  let kind = '';
  const data: string[] = [];
  for (const line of event.split('\n')) {
    if (line.startsWith('event: ')) kind = line.slice('event: '.length);
    if (line.startsWith('data: ')) data.push(line.slice('data: '.length));
  }
  if (!kinds.includes(kind)) return null;
  return { kind, ...(JSON.parse(data.join('\n')) as object) } as LiveMessage;
}
