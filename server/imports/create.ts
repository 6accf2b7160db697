import { createHash } from 'node:crypto';
import { civilDay } from '../../domain/site/civil-day.ts';
import type { Language } from '../../domain/site/languages.ts';
import type { App, Site } from '../kernel/app.ts';
import { after, daysMs } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import type { NewEvent } from '../kernel/events.ts';
import { platformProblem, type FieldFault, type Problem } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import type { Scope } from '../kernel/session.ts';
import { newId } from '../kernel/ids.ts';
import type { Cells, Importer } from './importer.ts';
import { rowKeeper } from './kept.ts';
import { refuseFile } from './problems.ts';
import { checkForm, readImportFile, type ReadFile } from './read-file.ts';
import { addToTally, newTally, type Tally } from './tally.ts';
import { changeImport, findSameFile, insertImport, lockFile } from './store.ts';
import { firstPage, viewImport, type ImportView } from './view.ts';

const lifeMs = daysMs;
const fileNameMax = 200;

export type Uploaded = { name: string; hash: string; read: ReadFile<unknown> };
export type Around = { app: App; tx: Tx; site: Site; scope: Scope; language: Language };
/** An upload also has an address that it came from. */
export type Arriving = Around & { address: string };

/** Reads an uploaded file, outside of any transaction: that takes long and touches nothing. */
export async function readUpload(
  importer: Importer,
  site: Site,
  language: Language,
  { file, chosen = {} }: { file: File; chosen?: Cells },
  now: Date,
): Promise<Uploaded | Problem> {
  const today = civilDay(now, site.timeZone);
  const wrong = faultsOfChosen(importer, site, chosen, today);
  if (wrong.length > 0) return platformProblem('invalid-fields', { errors: wrong });
  // Nobody else has them, so that they are gone when this has read them.
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = await readImportFile(importer, site, bytes, language, { today, chosen });
  if (!read.ok) return refuseFile(read);
  return { name: file.name.slice(0, fileNameMax), hash: hashOf(bytes, chosen), read: read.value };
}

/** What was chosen for all rows is judged once, at its own place, not in every row. */
function faultsOfChosen(importer: Importer, site: Site, chosen: Cells, today: string): FieldFault[] {
  const known = new Set((importer.defaults ?? []).flat());
  const strange = Object.keys(chosen).filter((key) => !known.has(key));
  if (strange.length > 0)
    return strange.map((key) => ({ pointer: `/defaults/${key}`, code: 'platform/unknown-field' }));
  const filled = Object.fromEntries(Object.entries(chosen).filter(([, text]) => text !== ''));
  if (Object.keys(filled).length === 0) return [];
  const { faults } = checkForm(importer, site, 0, filled, today);
  return Object.entries(faults).flatMap(([key, fault]) =>
    key in filled
      ? [{ pointer: `/defaults/${key}`, code: fault.code, ...(fault.params && { params: fault.params }) }]
      : [],
  );
}

/** The same file with something else chosen beside it is another one. */
function hashOf(bytes: Uint8Array, chosen: Cells): string {
  const hash = createHash('sha256').update(bytes);
  const filled = Object.entries(chosen).filter(([, text]) => text !== '');
  if (filled.length > 0) hash.update(JSON.stringify(filled.toSorted(([a], [b]) => (a < b ? -1 : 1))));
  return hash.digest('hex');
}

/**
 * Takes a file in: what was read is kept sealed for a day and shown row by row. The same file of the same organization
 * again is the same import: one that is done says so and does nothing new, one that waits to be confirmed is looked at anew.
 */
export async function createImport(
  around: Arriving,
  importer: Importer,
  uploaded: Uploaded,
): Promise<Outcome<ImportView>> {
  const { app, tx, site, scope, language, address } = around;
  const viewer = { app, db: tx, site, language };
  await lockFile(tx, scope, importer.kind, uploaded.hash);
  const earlier = await findSameFile(tx, scope, importer.kind, uploaded.hash);
  if (earlier && earlier.state !== 'previewed')
    return { reply: { status: 201, body: await viewImport(viewer, importer, earlier, firstPage, { repeated: true }) } };
  const refused = await importer.admit?.(tx, scope, address);
  if (refused) return { reply: refused };
  const id = earlier?.id ?? newId();
  const found = newTally();
  const lines = new Map<string, number>();
  const keeper = rowKeeper(app, { siteId: site.id, importId: id }, importer);
  for (const rows of uploaded.read.batches) {
    await importer.checkRows(app, tx, site, rows, scope, false, lines);
    addToTally(found, rows, importer.counted);
    keeper.add(rows);
  }
  const weighed = await importer.weigh?.(tx, scope, found, address);
  if (weighed?.problem) return { reply: weighed.problem, events: weighed.events };
  const record = recordOf(around, importer, uploaded, id, found);
  const kept = keeper.whole();
  const sealed = { sealed_content: null, sealed_rows: kept, sealed_result: null };
  if (earlier) await changeImport(tx, site.id, record.id, { ...record, ...sealed });
  else await insertImport(tx, { ...record, ...sealed });
  const event: NewEvent = {
    what: 'import.previewed',
    subject: `import/${record.id}`,
    data: { kind: importer.kind, rows: found.rows, faults: found.faults, hash: uploaded.hash },
  };
  return {
    reply: {
      status: 201,
      body: await viewImport(viewer, importer, { ...record, hasRows: true, hasResult: false }, firstPage, { kept }),
    },
    events: [...(weighed?.events ?? []), event],
  };
}

function recordOf({ site, scope }: Around, importer: Importer, uploaded: Uploaded, id: string, found: Tally) {
  const { encoding, unknownColumns } = uploaded.read;
  return {
    site_id: site.id,
    id,
    organization_id: scope.organizationId,
    user_id: scope.userId,
    kind: importer.kind,
    file_name: uploaded.name,
    result_until: null,
    content_hash: uploaded.hash,
    encoding,
    unknown_columns: unknownColumns.slice(0, 50).map((column) => column.slice(0, 100)),
    row_count: found.rows,
    fault_count: found.faults,
    counts: found.counts,
    state: 'previewed',
    stored_count: 0,
    fault: null,
    created_at: scope.now,
    expires_at: after(scope.now, lifeMs),
    confirmed_at: null,
    done_at: null,
  };
}
