import { translatorFor } from '../../domain/texts/translator.ts';
import { exporter } from '../exports/exporter.ts';
import { filterOf, keyQuery, presentKey } from './schemas.ts';
import { keyRows } from './store.ts';

/** The organization's API keys as a file; of each its beginning alone. */
export const apiKeyExporter = exporter({
  kind: 'api-keys',
  summary: 'The API keys of the organization',
  permission: 'api-keys:manage',
  query: keyQuery,
  problems: [],
  open: async ({ app, scope, language, query }) => {
    const say = translatorFor(language, 'headings');
    return {
      conditions: { state: query.state ?? null },
      columns: [
        { key: 'name', kind: 'text' },
        { key: 'begins', kind: 'code' },
        { key: 'state', kind: 'text' },
        { key: 'scopes', kind: 'text' },
        { key: 'maker', kind: 'text' },
        { key: 'createdAt', kind: 'instant' },
        { key: 'endsAt', kind: 'instant' },
        { key: 'lastUsedAt', kind: 'instant' },
        { key: 'lastAddress', kind: 'code' },
      ],
      async *rows(read) {
        for await (const batch of read(keyRows(app.db, scope, filterOf(query), query.sort)))
          yield batch.map((row) => {
            const { name, begins, state, scopes, maker, lastAddress } = presentKey(row);
            const times = [row.createdAt, row.endsAt, row.lastUsedAt].map((at) => at?.getTime() ?? null);
            return [name, begins, say(`api-key-states.${state}`), scopes.join(' '), maker, ...times, lastAddress];
          });
      },
    };
  },
});
