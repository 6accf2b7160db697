import { z } from 'zod';
import { civilDay } from '../../domain/site/civil-day.ts';
import { languages } from '../../domain/site/languages.ts';
import { waitForGrid } from '../kernel/even-time.ts';
import { countUpTo, offsetOf } from '../kernel/http/list.ts';
import { isProblem, platformProblem, type Problem } from '../kernel/http/problem.ts';
import { route, type Route } from '../kernel/http/route.ts';
import type { Session } from '../kernel/session.ts';
import { organizationPath, pageQuery, sitePath } from '../kernel/http/schemas.ts';
import type { Site } from '../kernel/app.ts';
import { insideId, outsideId } from '../kernel/ids.ts';
import { formats } from '../exports/file.ts';
import { cancelImport, confirmImport, openImport, readImport, type Asked } from './confirm.ts';
import { createImport, readUpload } from './create.ts';
import type { Importer } from './importer.ts';
import { fileCodes } from './problems.ts';
import { filterOf, importRows, matchingImports } from './list.ts';
import { chosenCells, importList, importPath, importQuery, importResponse, rowsQuery } from './schemas.ts';
import { resultTable, tableFile, templateTable } from './files.ts';

/** Ten thousand rows of keys, IDs and two lines of text in UTF-8 are some 3 MB; twenty thousand fit as well. */
export const fileBytesMax = 8 * 1024 * 1024;

const guessedGridMs = 25;

type Importers = ReadonlyMap<string, Importer>;
const base = '/api/{site}/organizations/{organization}/imports';
const fileQuery = z.strictObject({ language: z.enum(languages).optional(), format: z.enum(formats).default('csv') });
const codesOf = (list: readonly string[]) => list.map((code) => `imports/${code}`);

/** The routes of the import room for the kinds of file that capabilities contribute. */
export function importRoutes(importers: Importers): Route[] {
  return [
    createRoute(importers),
    listRoute(importers),
    readRoute(importers),
    confirmRoute(importers),
    cancelRoute(importers),
    resultRoute(importers),
    templateRoute(importers),
    openTemplateRoute(importers),
  ];
}

/** Who may not use a kind of file does not learn of one that others uploaded. */
function ask(importers: Importers, site: Site, session: Session, id: string): Asked {
  const mayUse = (importer: Importer) =>
    importer.capability in site.capabilities && session.permissions.has(importer.permission);
  return { importers, mayUse, id: insideId(id) };
}

function createRoute(importers: Importers): Route {
  return route({
    operationId: 'createImport',
    method: 'post',
    path: base,
    summary:
      'Uploads a CSV (UTF-8 or Shift_JIS) or Excel file and shows what it would store, with every fault at its cell; stores nothing yet',
    access: 'session',
    openToKeys: true,
    params: organizationPath,
    body: z.strictObject({ kind: z.string().max(40), file: z.instanceof(File), defaults: chosenCells.optional() }),
    upload: { bytesMax: fileBytesMax },
    status: 201,
    response: importResponse,
    problems: ['platform/not-permitted', 'platform/invalid-fields', ...codesOf(fileCodes)],
    perMinute: 60,
    handle: async ({ app, site, scope, session, language, address, now, body, change }) => {
      const importer = allowed(importers, site, session, body.kind);
      if ('problem' in importer) return importer;
      const startedAtMs = performance.now();
      const chosen = body.defaults ?? {};
      const uploaded = await readUpload(importer, site, language, { file: body.file, chosen }, now);
      if (isProblem(uploaded)) return uploaded;
      const answer = await change((tx) =>
        createImport({ app, tx, site, scope, language, address }, importer, uploaded),
      );
      // What could be guessed by a file must not show in the time that its answer takes.
      if (importer.weigh) await waitForGrid(startedAtMs, guessedGridMs);
      return answer;
    },
  });
}

function listRoute(importers: Importers): Route {
  return route({
    operationId: 'listImports',
    method: 'get',
    path: base,
    summary: 'Uploaded files of the organization and what became of them, newest first; operators see those of all',
    access: 'imports:read',
    params: organizationPath,
    query: importQuery.extend(pageQuery.shape),
    status: 200,
    response: importList,
    problems: [],
    handle: async ({ app, site, scope, session, query }) => {
      const filter = filterOf(importers, site, session, query);
      const totals = await countUpTo(app.db, matchingImports(app.db, scope, filter).select('i.id'));
      const rows = await importRows(app.db, scope, filter).limit(query.pageSize).offset(offsetOf(query)).execute();
      const items = rows.map((row) => ({
        id: outsideId('import', row.id),
        kind: row.kind,
        page: importers.get(row.kind)?.page ?? '',
        fileName: row.file_name,
        state: row.state,
        own: row.organization_id === scope.organizationId,
        organization: row.organization,
        user: row.user,
        rowCount: row.row_count,
        rowsDone: row.rowsDone ?? 0,
        faultCount: row.fault_count,
        storedCount: row.stored_count,
        fault: row.fault && `imports/${row.fault}`,
        createdAt: row.created_at.toISOString(),
        doneAt: row.done_at?.toISOString() ?? null,
      }));
      return { status: 200, body: { items, ...totals, page: query.page, pageSize: query.pageSize } };
    },
  });
}

function readRoute(importers: Importers): Route {
  return route({
    operationId: 'readImport',
    method: 'get',
    path: `${base}/{import}`,
    summary:
      'An uploaded file: where it stands and a page of its rows, rows with faults first; once done, of its result',
    access: 'session',
    openToKeys: true,
    params: importPath,
    query: rowsQuery,
    status: 200,
    response: importResponse,
    problems: ['platform/not-found', 'imports/expired'],
    handle: async ({ app, site, scope, session, language, params, query }) => {
      const viewer = { app, db: app.db, site, language };
      const read = await readImport(viewer, scope, ask(importers, site, session, params.import), query);
      return isProblem(read) ? read : { status: 200, body: read };
    },
  });
}

function confirmRoute(importers: Importers): Route {
  return route({
    operationId: 'confirmImport',
    method: 'post',
    path: `${base}/{import}/confirm`,
    summary: 'Has the previewed file stored by a job, all rows or none; again changes nothing',
    access: 'session',
    openToKeys: true,
    params: importPath,
    body: z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    status: 200,
    response: importResponse,
    problems: ['platform/not-found', 'imports/has-faults', 'imports/file-changed', 'imports/expired'],
    handle: async ({ app, site, scope, session, language, params, body, change }) => {
      const asked = ask(importers, site, session, params.import);
      return change((tx) => confirmImport({ app, tx, site, scope, language }, asked, body.hash));
    },
  });
}

function cancelRoute(importers: Importers): Route {
  return route({
    operationId: 'cancelImport',
    method: 'post',
    path: `${base}/{import}/cancel`,
    summary: 'Gives an uploaded file up, as long as no job has begun with it',
    access: 'session',
    openToKeys: true,
    params: importPath,
    status: 200,
    response: importResponse,
    problems: ['platform/not-found', 'imports/began-already', 'imports/is-over'],
    handle: async ({ app, site, scope, session, language, params, change }) => {
      const asked = ask(importers, site, session, params.import);
      return change((tx) => cancelImport({ app, tx, site, scope, language }, asked));
    },
  });
}

function resultRoute(importers: Importers): Route {
  return route({
    operationId: 'importResult',
    method: 'get',
    path: `${base}/{import}/result`,
    summary: 'What became of each row, as CSV or Excel; of a file with faults its rows with what is wrong beside them',
    access: 'session',
    openToKeys: true,
    params: importPath,
    query: fileQuery,
    status: 200,
    response: z.string(),
    contentType: 'text/csv',
    problems: ['platform/not-found', 'imports/expired', 'imports/result-expired'],
    handle: async ({ app, site, scope, session, language, now, params, query, change }) => {
      const viewer = { app, db: app.db, site, language: query.language ?? language };
      const opened = await openImport(viewer, scope, ask(importers, site, session, params.import));
      if (isProblem(opened)) return opened;
      const table = await resultTable(viewer, opened.importer, opened.record);
      if (isProblem(table)) return table;
      const data = { kind: opened.record.kind, format: query.format, rows: opened.record.row_count };
      const event = { what: 'import.result-taken' as const, subject: `import/${opened.record.id}`, data };
      await change(async () => ({ reply: { status: 204 }, events: [event] }));
      return tableFile(table, query.format, civilDay(now, site.timeZone));
    },
  });
}

function templateRoute(importers: Importers): Route {
  return route({
    operationId: 'importTemplate',
    method: 'get',
    path: '/api/{site}/import-templates/{kind}',
    summary: 'An empty CSV or Excel file with the headings of that kind of import',
    access: 'session',
    openToKeys: true,
    params: sitePath.extend({ kind: z.string().max(40) }),
    query: fileQuery,
    status: 200,
    response: z.string(),
    contentType: 'text/csv',
    problems: ['platform/not-found'],
    handle: async ({ site, session, now, params, query, language }) => {
      const importer = allowed(importers, site, session, params.kind);
      if ('problem' in importer) return importer;
      return tableFile(
        templateTable(importer, site, query.language ?? language),
        query.format,
        civilDay(now, site.timeZone),
      );
    },
  });
}

function openTemplateRoute(importers: Importers): Route {
  return route({
    operationId: 'openImportTemplate',
    method: 'get',
    path: '/api/{site}/import-templates/{kind}/open',
    summary: 'As `importTemplate`, also for who is not logged in, where the kind of import has nothing to hide',
    access: 'public',
    params: sitePath.extend({ kind: z.string().max(40) }),
    query: fileQuery,
    status: 200,
    response: z.string(),
    contentType: 'text/csv',
    problems: ['platform/not-found'],
    handle: async ({ site, now, params, query, language }) => {
      const importer = importers.get(params.kind);
      if (!importer?.openTemplate || !(importer.capability in site.capabilities)) return platformProblem('not-found');
      const table = templateTable(importer, site, query.language ?? language);
      return tableFile(table, query.format, civilDay(now, site.timeZone));
    },
  });
}

function allowed(importers: Importers, site: Site, session: Session, kind: string): Importer | Problem {
  const importer = importers.get(kind);
  if (!importer || !(importer.capability in site.capabilities)) return platformProblem('not-found');
  return session.permissions.has(importer.permission) ? importer : platformProblem('not-permitted');
}
