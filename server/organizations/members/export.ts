import { exporter } from '../../exports/exporter.ts';
import { roleWords } from '../role-words.ts';
import { memberQuery } from './routes.ts';
import { memberRows } from './store.ts';

/** The people of the organization as a file. */
export const memberExporter = exporter({
  kind: 'members',
  summary: 'The people of the organization',
  permission: 'members:read',
  query: memberQuery,
  problems: [],
  open: async ({ app, scope, language, query }) => {
    const word = roleWords(language);
    const filter = { text: query.text, role: query.role ?? null };
    return {
      conditions: { role: filter.role },
      columns: [
        { key: 'name', kind: 'text' },
        { key: 'loginId', kind: 'code' },
        { key: 'mail', kind: 'text' },
        { key: 'role', kind: 'text' },
        { key: 'since', kind: 'instant' },
        { key: 'lastLogin', kind: 'instant' },
      ],
      async *rows(read) {
        for await (const batch of read(memberRows(app.db, scope, filter, query.sort)))
          yield batch.map((row) => [
            row.name,
            row.loginId,
            row.mail,
            word(row.role),
            row.since.getTime(),
            row.lastLogin?.getTime() ?? null,
          ]);
      },
    };
  },
});
