import { translatorFor } from '../../../domain/texts/translator.ts';
import { exporter } from '../../exports/exporter.ts';
import { typeWord } from '../words.ts';
import { filterOf, planQuery } from './routes.ts';
import { planRows } from './store.ts';

/** Planned assignments as a file. */
export const planExporter = exporter({
  kind: 'licence-plans',
  summary: 'Assignments on a later day, and what became of them',
  permission: 'licences:read',
  query: planQuery,
  problems: [],
  open: async ({ app, site, scope, language, query }) => {
    const say = translatorFor(language, 'headings');
    const filter = filterOf(query);
    return {
      conditions: { state: filter.state },
      columns: [
        { key: 'day', kind: 'date' },
        { key: 'customer', kind: 'text' },
        { key: 'type', kind: 'text' },
        { key: 'termMonths', kind: 'integer' },
        { key: 'quantity', kind: 'integer' },
        { key: 'serial', kind: 'code' },
        { key: 'state', kind: 'text' },
        { key: 'createdAt', kind: 'instant' },
        { key: 'by', kind: 'text' },
      ],
      async *rows(read) {
        for await (const batch of read(planRows(app.db, scope, filter, query.sort)))
          yield batch.map((row) => [
            row.day,
            row.customer,
            typeWord(site, row.type, language),
            row.termMonths,
            row.quantity,
            row.serial,
            say(`licence-plans.states.${row.state}`),
            row.createdAt.getTime(),
            row.by,
          ]);
      },
    };
  },
});
