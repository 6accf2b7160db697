import { z } from 'zod';
import { singleColumns } from '../../domain/exports/columns.ts';
import { languages } from '../../domain/site/languages.ts';
import { isProblem } from '../kernel/http/problem.ts';
import { route, type Route, type SessionCall } from '../kernel/http/route.ts';
import { organizationPath } from '../kernel/http/schemas.ts';
import { encodings, formats, headingsOf, type TableFile } from './file.ts';
import { contentOf } from './content.ts';
import type { ExportCall, Exporter } from './exporter.ts';
import { startExport } from './run.ts';
import { takePlace } from './limits.ts';
import { tooMany } from './problems.ts';
import { openSnapshot } from './snapshot.ts';
import { findUnwritable } from './unwritable.ts';

const perMinute = 60;

const wishes = {
  format: z.enum(formats).default('csv'),
  encoding: z.enum(encodings).default('utf-8').describe('Of a CSV file; what Shift_JIS cannot hold becomes 〓'),
  language: z.enum(languages).optional().describe('Of the headings; else that of the request'),
};

const unwritableResponse = z.strictObject({
  count: z.int(),
  cells: z.int(),
  places: z.array(
    z.strictObject({
      row: z.int(),
      column: z.string(),
      heading: z.string(),
      characters: z.array(z.string()),
      text: z.string(),
    }),
  ),
});

/** The addresses of one kind of file; they belong to the capability that contributes it. */
export function exportRoutes(exporters: readonly Exporter[]): Route[] {
  // The longer path first: the shorter one must not take it for something of its own.
  return exporters.flatMap((exporter) => [unwritableRoute(exporter), exportRoute(exporter)]);
}

const path = (kind: string) => `/api/{site}/organizations/{organization}/exports/${kind}`;

function operationId(verb: string, kind: string): string {
  return verb + kind.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

type Asked = SessionCall<unknown, Record<string, unknown>, unknown, never>;

/** The exporter's own part of a query, without what is asked of every file. */
function callOf(call: Asked): ExportCall<Record<string, unknown>> {
  const { format: _, encoding: __, language, ...query } = call.query;
  const { app, site, scope, session } = call;
  return { app, site, scope, session, query, language: (language as TableFile['language']) ?? call.language };
}

function exportRoute(exporter: Exporter): Route {
  const { kind } = exporter;
  return route({
    operationId: operationId('export', kind),
    method: 'get',
    path: path(kind),
    summary: `${exporter.summary}, as a file with all that matches`,
    access: exporter.permission,
    params: organizationPath,
    query: exporter.query.extend(wishes),
    status: 200,
    response: z.string(),
    contentType: 'text/csv',
    problems: [...exporter.problems, 'exports/too-many'],
    perMinute,
    handle: async (call) => {
      const asked = callOf(call as unknown as Asked);
      const opened = await exporter.open(asked);
      if (isProblem(opened)) return opened;
      const { format, encoding } = z.object(wishes).parse(call.query);
      return startExport({ call, exporter, opened, language: asked.language, format, encoding });
    },
  });
}

function unwritableRoute(exporter: Exporter): Route {
  const { kind } = exporter;
  return route({
    operationId: operationId('unwritableOf', kind),
    method: 'get',
    path: `${path(kind)}/unwritable`,
    summary: `${exporter.summary}: which characters a Shift_JIS file could not hold, and where`,
    access: exporter.permission,
    params: organizationPath,
    query: exporter.query.extend({ language: wishes.language }),
    status: 200,
    response: unwritableResponse,
    problems: [...exporter.problems, 'exports/too-many'],
    perMinute,
    handle: async (call) => {
      const asked = callOf(call as unknown as Asked);
      const opened = await exporter.open(asked);
      if (isProblem(opened)) return opened;
      const place = takePlace(call.app, call.session.userId);
      if (!place) return tooMany();
      try {
        const snapshot = await openSnapshot(call.app.pool);
        try {
          const { rows } = contentOf(opened, snapshot, call.site.timeZone, () => undefined);
          const { places, ...found } = await findUnwritable(opened.columns, rows, opened.notes);
          const headings = headingsOf({ kind, columns: opened.columns, language: asked.language });
          const at = new Map(singleColumns(opened.columns).map(({ key }, index) => [key, headings[index] ?? key]));
          const named = places.map((one) => ({ ...one, heading: at.get(one.column) ?? one.column }));
          return { status: 200, body: { ...found, places: named } };
        } finally {
          await snapshot.close();
        }
      } finally {
        place.giveBack();
      }
    },
  });
}
