import { z } from 'zod';
import { instant, outsideIdSchema, organizationPath, pageOf, pageQuery } from '../kernel/http/schemas.ts';

export const shownState = z.enum(['previewed', 'waiting', 'running', 'done', 'refused', 'failed', 'cancelled']);

const params = z.record(z.string(), z.union([z.string(), z.number()]));

export const importResponse = z.strictObject({
  id: outsideIdSchema('import'),
  kind: z.string(),
  fileName: z.string(),
  hash: z.string(),
  encoding: z.string(),
  state: shownState,
  rowCount: z.int(),
  faultCount: z.int(),
  storedCount: z.int(),
  counts: z.record(z.string(), z.int()),
  fault: z.string().nullable(),
  rowsDone: z.int(),
  createdAt: instant,
  doneAt: instant.nullable(),
  keptUntil: instant.nullable(),
  hasResult: z.boolean(),
  repeated: z.boolean(),
  columns: z.array(z.string()),
  unknownColumns: z.array(z.string()),
  rows: z.array(
    z.strictObject({
      line: z.int(),
      cells: z.record(z.string(), z.string()),
      faults: z.record(z.string(), z.strictObject({ code: z.string(), params: params.optional() })),
    }),
  ),
  shownCount: z.int(),
  page: z.int(),
  pageSize: z.int(),
});

export type ShownState = z.output<typeof shownState>;

const searchMax = 100;

export const importQuery = z.strictObject({
  text: z.string().max(searchMax).default('').describe('A part of the name of the file, the organization or the user'),
  state: shownState.optional(),
  from: z.iso.date().optional().describe('Uploaded on this day of the site or later'),
  until: z.iso.date().optional(),
});

export const importList = pageOf(
  z.strictObject({
    id: outsideIdSchema('import'),
    kind: z.string(),
    page: z.string().describe('Where the web app shows it, with `$organization` and `$import`'),
    fileName: z.string(),
    state: shownState,
    own: z.boolean(),
    organization: z.string(),
    user: z.string(),
    rowCount: z.int(),
    rowsDone: z.int(),
    faultCount: z.int(),
    storedCount: z.int(),
    fault: z.string().nullable(),
    createdAt: instant,
    doneAt: instant.nullable(),
  }),
);

const chosenCharactersMax = 8_000;

/** In a form that carries a file everything is text: cells by column, as JSON. */
export const chosenCells = z
  .string()
  .max(chosenCharactersMax)
  .transform((text, context): Record<string, string> => {
    const cells = z.record(z.string(), z.string()).safeParse(parsed(text));
    if (cells.success) return cells.data;
    context.addIssue({ code: 'custom', message: 'texts by column, as JSON' });
    return z.NEVER;
  })
  .describe('What cells that are empty in a row stand for, by column, as JSON');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const importPath = organizationPath.extend({ import: outsideIdSchema('import') });
export const rowsQuery = pageQuery.extend({ only: z.enum(['faults']).optional() });
