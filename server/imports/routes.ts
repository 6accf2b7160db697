import { z } from 'zod';
import { translatorFor } from '../../domain/texts/translator.ts';
import { languages } from '../../domain/site/languages.ts';
import { platformProblem, type Problem } from '../kernel/http/problem.ts';
import { route, type Route } from '../kernel/http/route.ts';
import type { Session } from '../kernel/session.ts';
import { organizationPath, outsideIdSchema, pageQuery, sitePath } from '../kernel/http/schemas.ts';
import type { Site } from '../kernel/app.ts';
import { insideId } from '../kernel/ids.ts';
import type { Importer } from './importer.ts';
import { confirmImport, createImport, readImport } from './use-cases.ts';

const fileBytesMax = 5 * 1024 * 1024;
const faultProblems = [
  'imports/unreadable-encoding',
  'imports/not-a-table',
  'imports/no-rows',
  'imports/too-many-rows',
  'imports/columns-missing',
];

const importResponse = z.strictObject({
  id: outsideIdSchema('import'),
  kind: z.string(),
  fileName: z.string(),
  hash: z.string(),
  encoding: z.string(),
  rowCount: z.int(),
  faultCount: z.int(),
  state: z.enum(['previewed', 'done']),
  columns: z.array(z.string()),
  rows: z.array(
    z.strictObject({
      line: z.int(),
      cells: z.record(z.string(), z.string()),
      faults: z.record(
        z.string(),
        z.strictObject({
          code: z.string(),
          params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        }),
      ),
    }),
  ),
  page: z.int(),
  pageSize: z.int(),
  unknownColumns: z.array(z.string()),
  storedCount: z.int(),
});

const importPath = organizationPath.extend({ import: outsideIdSchema('import') });

type Importers = ReadonlyMap<string, Importer>;

/** The routes of the import room for the kinds of file that capabilities contribute. */
export function importRoutes(list: readonly Importer[]): Route[] {
  const importers: Importers = new Map(list.map((importer) => [importer.kind, importer]));
  return [createRoute(importers), readRoute(importers), confirmRoute(importers), templateRoute(importers)];
}

function createRoute(importers: Importers): Route {
  return route({
    operationId: 'createImport',
    method: 'post',
    path: '/api/{site}/organizations/{organization}/imports',
    summary:
      'Uploads a CSV file (UTF-8 or Shift_JIS) and shows what it would store, with every fault at its cell; stores nothing yet',
    access: 'session',
    params: organizationPath,
    body: z.strictObject({ kind: z.string().max(40), file: z.instanceof(File) }),
    upload: { bytesMax: fileBytesMax },
    status: 201,
    response: importResponse,
    problems: ['platform/not-permitted', ...faultProblems],
    perMinute: 60,
    handle: async ({ app, site, scope, session, body, change }) => {
      const importer = allowed(importers, site, session, body.kind);
      if ('problem' in importer) return importer;
      const bytes = new Uint8Array(await body.file.arrayBuffer());
      return change((tx) => createImport(app, tx, site, scope, importer, { name: body.file.name, bytes }));
    },
  });
}

function readRoute(importers: Importers): Route {
  return route({
    operationId: 'readImport',
    method: 'get',
    path: '/api/{site}/organizations/{organization}/imports/{import}',
    summary: 'A page of the preview, rows with faults first',
    access: 'session',
    params: importPath,
    query: pageQuery,
    status: 200,
    response: importResponse,
    problems: ['platform/not-found', 'imports/expired'],
    handle: async ({ app, site, scope, params, query, change }) =>
      change((tx) => readImport({ app, tx, site, scope, importers }, insideId(params.import), query)),
  });
}

function confirmRoute(importers: Importers): Route {
  return route({
    operationId: 'confirmImport',
    method: 'post',
    path: '/api/{site}/organizations/{organization}/imports/{import}/confirm',
    summary: 'Stores the previewed file, all rows or none; again changes nothing',
    access: 'session',
    params: importPath,
    body: z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    status: 200,
    response: importResponse,
    problems: ['platform/not-found', 'imports/has-faults', 'imports/file-changed', 'imports/expired'],
    handle: async ({ app, site, scope, params, body, change }) =>
      change((tx) => confirmImport({ app, tx, site, scope, importers }, insideId(params.import), body.hash)),
  });
}

function templateRoute(importers: Importers): Route {
  return route({
    operationId: 'importTemplate',
    method: 'get',
    path: '/api/{site}/import-templates/{kind}',
    summary: 'An empty CSV file with the headings of that kind of import',
    access: 'session',
    params: sitePath.extend({ kind: z.string().max(40) }),
    query: z.strictObject({ language: z.enum(languages).optional() }),
    status: 200,
    response: z.string(),
    contentType: 'text/csv',
    problems: ['platform/not-found'],
    handle: async ({ site, session, params, query, language }) => {
      const importer = allowed(importers, site, session, params.kind);
      if ('problem' in importer) return importer;
      const say = translatorFor(query.language ?? language, 'headings');
      const headings = importer.columns.map(({ key }) => say(`${importer.kind}.${key}`)).join(',');
      return new Response(`\uFEFF${headings}\r\n`, {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${importer.kind}.csv"`,
          'cache-control': 'no-store',
        },
      });
    },
  });
}

function allowed(importers: Importers, site: Site, session: Session, kind: string): Importer | Problem {
  const importer = importers.get(kind);
  if (!importer || !(importer.capability in site.capabilities)) return platformProblem('not-found');
  return session.permissions.has(importer.permission) ? importer : platformProblem('not-permitted');
}
