import { exporter } from '../exports/exporter.ts';
import { roleWords } from '../organizations/role-words.ts';
import { filterOf, peopleQuery, presentPerson } from './schemas.ts';
import { peopleRows } from './store.ts';
import { eventWords } from './words.ts';

/** What each user of the organization is mailed about, as a file. */
export const mailNoticeExporter = exporter({
  kind: 'mail-notices',
  summary: 'What each user of the organization is mailed about',
  permission: 'mail-notices:manage',
  query: peopleQuery,
  problems: [],
  open: async ({ app, site, scope, language, query }) => {
    const word = roleWords(language);
    return {
      conditions: { event: query.event ?? null },
      columns: [
        { key: 'name', kind: 'text' },
        { key: 'loginId', kind: 'code' },
        { key: 'role', kind: 'text' },
        { key: 'mail', kind: 'text' },
        { key: 'events', kind: 'text' },
      ],
      async *rows(read) {
        for await (const batch of read(peopleRows(app.db, site, scope, filterOf(query), query.sort)))
          yield batch.map((row) => {
            const { name, loginId, role, mail, events } = presentPerson(site, row);
            return [name, loginId, word(role), mail, eventWords(language, events)];
          });
      },
    };
  },
});
