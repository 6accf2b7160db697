import type { EventKind } from '../../domain/events/kinds.ts';
import { civilDay } from '../../domain/site/civil-day.ts';
import type { Language } from '../../domain/site/languages.ts';
import type { Problem } from '../kernel/http/problem.ts';
import type { SessionCall } from '../kernel/http/route.ts';
import { newId } from '../kernel/ids.ts';
import { contentOf } from './content.ts';
import type { Exporter, OpenExport } from './exporter.ts';
import { encodeFile, fileHeaders, type Encoding, type Format } from './file.ts';
import { takePlace } from './limits.ts';
import { tooMany } from './problems.ts';
import { rightOf } from './right.ts';
import { openSnapshot, type Snapshot } from './snapshot.ts';
import { streamBody, type Ending } from './stream.ts';

type Wish = {
  call: Pick<
    SessionCall<unknown, unknown, unknown, string>,
    'app' | 'site' | 'scope' | 'session' | 'now' | 'requestId' | 'change' | 'tokens' | 'cut'
  >;
  exporter: Exporter;
  opened: OpenExport;
  language: Language;
  format: Format;
  encoding: Encoding;
};

/**
 * Starts to answer with a file. That it was asked for is written down before the first byte goes, and how it ended before
 * the last one does.
 */
export async function startExport(wish: Wish): Promise<Response | Problem> {
  const { call, exporter, opened, language, format, encoding } = wish;
  const { app, site } = call;
  const place = takePlace(app, call.session.userId);
  if (!place) return tooMany();
  let snapshot: Snapshot | null = null;
  try {
    const tokens = call.tokens ?? { session: '' };
    const right = await rightOf(app, site, call.scope, tokens, exporter.permission);
    const tell = teller(wish);
    const open = await openSnapshot(app.pool);
    snapshot = open;
    await tell('export.started', { format, ...(format === 'csv' && { encoding }), ...opened.conditions });
    let count = 0;
    const content = contentOf(opened, open, site.timeZone, (rows) => (count += rows));
    const file = {
      kind: exporter.kind,
      columns: opened.columns,
      language,
      timeZone: site.timeZone,
      notes: opened.notes ?? [],
      ...content,
    };
    const ended = async (ending: Ending, error?: unknown) => {
      if (error) app.log.error({ err: error, requestId: call.requestId }, 'an export failed');
      place.giveBack();
      await open.close();
      await tell('export.ended', { rows: count, ending });
    };
    const chunks = encodeFile(file, format, encoding);
    const body = streamBody({ chunks, stillAllowed: right.stillHolds, ended, cut: call.cut });
    const headers = fileHeaders(file, format, encoding, civilDay(call.now, site.timeZone));
    // Said outright, so that the first chunk goes out at once and nothing waits to learn the length.
    return new Response(body, { headers: { ...headers, 'transfer-encoding': 'chunked' } });
  } catch (error) {
    place.giveBack();
    await snapshot?.close();
    throw error;
  }
}

/** Writes events about this export: who it is stands in each of them anyway. */
function teller({ call, exporter }: Wish): (what: EventKind, data: Record<string, unknown>) => Promise<unknown> {
  const subject = `export/${newId()}`;
  return (what, data) =>
    call.change(async () => ({
      reply: { status: 204 },
      events: [{ what, subject, data: { kind: exporter.kind, ...data } }],
    }));
}
