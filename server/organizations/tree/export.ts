import { translatorFor } from '../../../domain/texts/translator.ts';
import { exporter } from '../../exports/exporter.ts';
import { organizationRows } from './list.ts';
import { filterOf, organizationQuery } from './routes.ts';

/** Dealers and customers as a file. */
export const organizationExporter = exporter({
  kind: 'organizations',
  summary: 'Dealers and customers that the caller may list',
  permission: 'organizations:read',
  query: organizationQuery,
  problems: [],
  open: async ({ app, scope, language, query }) => {
    const say = translatorFor(language, 'headings');
    const kinds = { dealer: say('organizations.kinds.dealer'), customer: say('organizations.kinds.customer') };
    const filter = filterOf(query);
    const { kind, state, parentId } = filter;
    return {
      conditions: { kind, state, parent: parentId },
      columns: [
        { key: 'name', kind: 'text' },
        { key: 'kind', kind: 'text' },
        { key: 'parent', kind: 'text' },
        { key: 'users', kind: 'integer' },
        { key: 'since', kind: 'instant' },
        { key: 'closed', kind: 'instant' },
      ],
      async *rows(read) {
        for await (const batch of read(organizationRows(app.db, scope, filter, query.sort)))
          yield batch.map((row) => [
            row.name,
            kinds[row.kind as keyof typeof kinds],
            row.parent,
            row.users,
            row.since.getTime(),
            row.closedAt?.getTime() ?? null,
          ]);
      },
    };
  },
});
