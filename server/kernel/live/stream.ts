import { formatMessage, type StreamEnding } from '../../../domain/live/messages.ts';
import type { App, SessionTokens, Site } from '../app.ts';
import type { Session } from '../session.ts';
import { watchTopic, type Look, type Part, type Turn } from './part.ts';
import type { AskedTopic, Signal } from './topic.ts';

/** A reader that takes nothing has at most so much waiting for it. */
const queuedBytesMax = 256 * 1024;

export type StreamWish = {
  app: App;
  site: Site;
  session: Session;
  tokens: SessionTokens;
  topics: readonly AskedTopic[];
  /** Whether a session may still watch at all; else why not. */
  judge: (session: Session | null, now: Date) => Promise<StreamEnding | null>;
};

export type LiveStream = {
  siteId: string;
  sessionId: string;
  body: ReadableStream<Uint8Array>;
  /** Has the topics with one of these signals read again; all of them without any. */
  tell(signals: ReadonlySet<Signal> | null): void;
  /** Whether everything may still be seen; ends what may not. */
  look(ask: Look): Promise<void>;
  beat(): void;
  end(reason: StreamEnding): void;
};

/** A comment, which readers pass over. */
const beat = ':\n\n';

/** One page's live updates. `turn` lets some read at a time; `gone` is called once, when it is over. */
export function openStream(wish: StreamWish, turn: Turn, gone: (stream: LiveStream) => void): LiveStream {
  const { app, site } = wish;
  const parts = new Set<Part>();
  const { body, put, close } = makeBody(() => finish());
  let { session } = wish;
  let over = false;

  const finish = () => {
    if (over) return;
    over = true;
    for (const part of parts) part.stop();
    parts.clear();
    close();
    gone(stream);
  };
  const send = (text: string) => {
    if (!over && !put(text)) finish();
  };
  const end = (reason: StreamEnding) => {
    send(formatMessage({ kind: 'over', reason }));
    finish();
  };
  const stream: LiveStream = {
    siteId: site.id,
    sessionId: wish.session.id,
    body,
    tell: (signals) => {
      for (const part of parts) part.tell(signals);
    },
    look: async (ask) => {
      const found = await ask(sessionKey(wish), () => recall(wish));
      const same = found?.id === session.id && found.organizationId === session.organizationId;
      const isEnded = found?.acting?.state === 'ended';
      const reason = await wish.judge(same || isEnded ? found : null, app.clock.now());
      if (reason || !found) return end(reason ?? 'session-over');
      session = found;
      for (const part of parts) await part.look(ask);
    },
    beat: () => send(beat),
    end,
  };

  send(beat);
  for (const asked of wish.topics) {
    const part = watchTopic({
      asked,
      call: () => {
        const { organizationId, userId } = session;
        const scope = { siteId: site.id, organizationId, userId, now: app.clock.now() };
        return { app, site, session, subject: asked.subject, scope };
      },
      turn,
      say: (message) => send(formatMessage(message)),
      gone: () => parts.delete(part),
      failed: (error) => app.log.debug({ err: error, topic: asked.topic.name }, 'a live update is tried again'),
    });
    parts.add(part);
    part.begin().catch((error: unknown) => {
      app.log.debug({ err: error }, 'a live stream could not begin');
      finish();
    });
  }
  return stream;
}

function sessionKey({ site, tokens }: StreamWish): string {
  return `session ${site.id} ${'key' in tokens ? tokens.key : `${tokens.session} ${tokens.acting ?? ''}`}`;
}

function recall({ app, site, tokens }: StreamWish): Promise<Session | null> {
  return app.authenticate(site, tokens, app.clock.now(), 'unattended');
}

/** `put` says whether the reader keeps up; `cancelled` is called when it has gone. */
function makeBody(cancelled: () => void) {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const body = new ReadableStream<Uint8Array>(
    {
      start: (own) => {
        controller = own;
      },
      cancel: () => {
        controller = null;
        cancelled();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: queuedBytesMax }),
  );
  return {
    body,
    put: (text: string): boolean => {
      controller?.enqueue(encoder.encode(text));
      return (controller?.desiredSize ?? 0) > 0;
    },
    close: () => {
      controller?.close();
      controller = null;
    },
  };
}
