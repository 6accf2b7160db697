import { translatorFor } from '../../domain/texts/translator.ts';
import { exporter } from '../exports/exporter.ts';
import type { Importer } from './importer.ts';
import { filterOf, importRows } from './list.ts';
import { importQuery } from './schemas.ts';

type Loose = (key: string) => string;

/** Which files were uploaded, and what became of them, as a file. */
export const importListExporter = (importers: ReadonlyMap<string, Importer>) =>
  exporter({
    kind: 'imports',
    summary: 'Uploaded files of the organization and what became of them; for operators those of all',
    permission: 'imports:read',
    query: importQuery,
    problems: [],
    open: async ({ app, site, scope, session, language, query }) => {
      const word = translatorFor(language, 'headings') as Loose;
      const problem = translatorFor(language, 'problems') as Loose;
      return {
        conditions: { state: query.state ?? null, from: query.from ?? null, until: query.until ?? null },
        columns: [
          { key: 'createdAt', kind: 'instant' },
          { key: 'file', kind: 'text' },
          { key: 'kind', kind: 'text' },
          { key: 'organization', kind: 'text' },
          { key: 'user', kind: 'text' },
          { key: 'rows', kind: 'integer' },
          { key: 'state', kind: 'text' },
          { key: 'stored', kind: 'integer' },
          { key: 'faults', kind: 'integer' },
          { key: 'fault', kind: 'text' },
          { key: 'doneAt', kind: 'instant' },
        ],
        async *rows(read) {
          for await (const batch of read(importRows(app.db, scope, filterOf(importers, site, session, query))))
            yield batch.map((row) => [
              row.created_at.getTime(),
              row.file_name,
              importers.has(row.kind) ? word(`files.${row.kind}`) : row.kind,
              row.organization,
              row.user,
              row.row_count,
              word(`imports.states.${row.state}`),
              row.stored_count,
              row.fault_count,
              row.fault && problem(`imports.${row.fault}`),
              row.done_at?.getTime() ?? null,
            ]);
        },
      };
    },
  });
