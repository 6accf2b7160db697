import { exporter } from '../exports/exporter.ts';
import { asSearched } from '../kernel/search.ts';
import { actingRows, stateOf } from './history.ts';
import { actingQuery } from './routes.ts';

/** Who acted for the organization, and for whom its people acted, as a file. */
export const actingExporter = exporter({
  kind: 'acting',
  summary: 'Who acted on behalf of the organization, or out of it for others, when and why',
  permission: 'acting:read',
  query: actingQuery,
  problems: [],
  open: async ({ app, scope, query }) => {
    const pattern = query.text ? asSearched(query.text) : null;
    return {
      conditions: {},
      columns: [
        { key: 'startedAt', kind: 'instant' },
        { key: 'endedAt', kind: 'instant' },
        { key: 'by', kind: 'text' },
        { key: 'of', kind: 'text' },
        { key: 'user', kind: 'text' },
        { key: 'reason', kind: 'text' },
        { key: 'done', kind: 'integer' },
      ],
      async *rows(read) {
        for await (const batch of read(actingRows(app.db, scope, pattern, query.sort)))
          yield batch.map((row) => [
            row.startedAt.getTime(),
            stateOf(row, scope.now).endedAt?.getTime() ?? null,
            row.by,
            row.of,
            row.user,
            row.reason,
            row.done,
          ]);
      },
    };
  },
});
