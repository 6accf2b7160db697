import type { Permission } from '../../domain/accounts/permissions.ts';
import type { EventKind } from '../../domain/events/kinds.ts';
import type { Problem } from '../kernel/http/problem.ts';
import type { SessionCall } from '../kernel/http/route.ts';
import { newId } from '../kernel/ids.ts';
import { takePlace } from './limits.ts';
import { tooMany } from './problems.ts';
import { rightOf } from './right.ts';
import { openSnapshot, type Snapshot } from './snapshot.ts';
import { streamBody, type Ending } from './stream.ts';

export type ExportCall = Pick<
  SessionCall<unknown, unknown, unknown, string>,
  'app' | 'site' | 'scope' | 'session' | 'now' | 'requestId' | 'change' | 'tokens' | 'cut'
>;

type Data = Record<string, unknown>;

type Exported = {
  /** Without it the file is cut off. */
  permission: Permission;
  /** What both events about it say; who it is stands in each of them anyway. */
  told: { data: Data & { kind: string }; details?: Data };
  /** What it was asked for with, in the first event. */
  asked: Data;
  /** The file's bytes out of one state of the database, and what the last event says of them. */
  write: (from: Snapshot) => Promise<Written> | Written;
};

type Written = { chunks: AsyncGenerator<Uint8Array>; headers: Record<string, string>; found?: () => Data };

/**
 * Starts to answer with a file. That it was asked for is written down before the first byte goes, and how it ended before
 * the last one does.
 */
export async function answerWithFile(
  call: ExportCall,
  { permission, told, asked, write }: Exported,
): Promise<Response | Problem> {
  const { app, site, requestId } = call;
  const place = takePlace(app, call.session.userId);
  if (!place) return tooMany();
  const subject = `export/${newId()}`;
  const tell = (what: EventKind, data: Data) =>
    call.change(async () => ({
      reply: { status: 204 },
      events: [{ ...told, what, subject, data: { ...told.data, ...data } }],
    }));
  let snapshot: Snapshot | null = null;
  try {
    const right = await rightOf(app, site, call.scope, call.tokens ?? { session: '' }, permission);
    const open = await openSnapshot(app.pool);
    snapshot = open;
    await tell('export.started', asked);
    const { chunks, headers, found } = await write(open);
    const ended = async (ending: Ending, error?: unknown) => {
      if (error) app.log.error({ err: error, requestId, kind: told.data.kind }, 'an export failed');
      place.giveBack();
      await open.close();
      await tell('export.ended', { ...found?.(), ending });
    };
    const body = streamBody({ chunks, stillAllowed: right.stillHolds, ended, cut: call.cut });
    // Said outright, so that the first chunk goes out at once and nothing waits to learn the length.
    return new Response(body, { headers: { ...headers, 'transfer-encoding': 'chunked' } });
  } catch (error) {
    place.giveBack();
    await snapshot?.close();
    throw error;
  }
}
