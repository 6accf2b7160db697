import { exporter } from '../../exports/exporter.ts';
import { roleWords } from '../role-words.ts';
import { invitationQuery } from './routes.ts';
import { invitationRows } from './store.ts';

/** The invitations that wait as a file. */
export const invitationExporter = exporter({
  kind: 'invitations',
  summary: 'Invitations that wait',
  permission: 'members:manage',
  query: invitationQuery,
  problems: [],
  open: async ({ app, scope, language, query }) => {
    const word = roleWords(language);
    const filter = { text: query.text, role: query.role ?? null };
    return {
      conditions: { role: filter.role },
      columns: [
        { key: 'name', kind: 'text' },
        { key: 'mail', kind: 'text' },
        { key: 'role', kind: 'text' },
        { key: 'inviter', kind: 'text' },
        { key: 'sentAt', kind: 'instant' },
        { key: 'expiresAt', kind: 'instant' },
      ],
      async *rows(read) {
        for await (const batch of read(invitationRows(app.db, scope, filter, query.sort)))
          yield batch.map((row) => [
            row.name,
            row.mail,
            word(row.role),
            row.inviter,
            row.sentAt.getTime(),
            row.expiresAt.getTime(),
          ]);
      },
    };
  },
});
