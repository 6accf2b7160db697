import { translatorFor } from '../../../domain/texts/translator.ts';
import { exporter } from '../../exports/exporter.ts';
import { customerQuery, filterOf } from './routes.ts';
import { customerRows } from './store.ts';

/** A dealer's customers as a file. */
export const customerExporter = exporter({
  kind: 'customers',
  summary: 'Dealers: the customers they look after, with how far each account has come',
  permission: 'customers:read',
  query: customerQuery,
  problems: [],
  open: async ({ app, scope, language, query }) => {
    const say = translatorFor(language, 'headings');
    const filter = filterOf(query);
    return {
      conditions: { state: filter.state },
      columns: [
        { key: 'organization', kind: 'text' },
        { key: 'name', kind: 'text' },
        { key: 'mail', kind: 'text' },
        { key: 'state', kind: 'text' },
        { key: 'temporarySince', kind: 'instant' },
        { key: 'since', kind: 'instant' },
        { key: 'lastLogin', kind: 'instant' },
      ],
      async *rows(read) {
        for await (const batch of read(customerRows(app.db, scope, filter, query.sort)))
          yield batch.map((row) => [
            row.organization,
            row.name,
            row.mail,
            say(`customers.states.${row.state}`),
            row.temporary_since?.getTime() ?? null,
            row.since.getTime(),
            row.last_login_at?.getTime() ?? null,
          ]);
      },
    };
  },
});
