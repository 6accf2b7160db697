import { translatorFor } from '../../../domain/texts/translator.ts';
import { exporter } from '../../exports/exporter.ts';
import { typeWord } from '../words.ts';
import { assignmentQuery, filterOf } from './routes.ts';
import { assignmentRows } from './store.ts';

/** The history of assignments as a file. */
export const assignmentExporter = exporter({
  kind: 'licence-assignments',
  summary: 'What was assigned to whom, by whom and when',
  permission: 'licences:read',
  query: assignmentQuery,
  problems: [],
  open: async ({ app, site, scope, language, query }) => {
    const say = translatorFor(language, 'headings');
    const filter = filterOf(query);
    const { type, termMonths, customerId, from, until } = filter;
    return {
      conditions: { type, termMonths, customer: customerId, from, until },
      columns: [
        { key: 'at', kind: 'instant' },
        { key: 'customer', kind: 'text' },
        { key: 'address', kind: 'text' },
        { key: 'type', kind: 'text' },
        { key: 'termMonths', kind: 'integer' },
        { key: 'quantity', kind: 'integer' },
        { key: 'freeUntil', kind: 'date' },
        { key: 'lastDay', kind: 'date' },
        { key: 'dealer', kind: 'text' },
        { key: 'by', kind: 'text' },
      ],
      async *rows(read) {
        for await (const batch of read(assignmentRows(app.db, scope, filter, query.sort)))
          yield batch.map((row) => [
            row.createdAt.getTime(),
            row.customer,
            row.address,
            typeWord(site, row.type, language),
            row.termMonths,
            row.quantity,
            row.freeUntil,
            row.lastDay,
            row.dealer,
            row.createdBy === null ? say('licence-assignments.planned') : row.by,
          ]);
      },
    };
  },
});
