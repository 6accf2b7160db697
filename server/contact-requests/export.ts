import { translatorFor } from '../../domain/texts/translator.ts';
import { exporter } from '../exports/exporter.ts';
import { deskQuery, filterOf } from './schemas.ts';
import { inOrder, matchingRequests } from './store.ts';

/** What people asked the operators, as a file. */
export const contactRequestExporter = exporter({
  kind: 'contact-requests',
  summary: 'What people asked the operators of the site',
  permission: 'contact-requests:answer',
  query: deskQuery,
  problems: [],
  open: async ({ app, scope, language, query }) => {
    const say = translatorFor(language, 'headings');
    return {
      conditions: { state: query.state ?? null, kind: query.kind ?? null },
      columns: [
        { key: 'createdAt', kind: 'instant' },
        { key: 'state', kind: 'text' },
        { key: 'kind', kind: 'text' },
        { key: 'name', kind: 'text' },
        { key: 'loginId', kind: 'code' },
        { key: 'mail', kind: 'text' },
        { key: 'organization', kind: 'text' },
        { key: 'device', kind: 'text' },
        { key: 'about', kind: 'text' },
        { key: 'text', kind: 'text' },
      ],
      async *rows(read) {
        for await (const batch of read(inOrder(matchingRequests(app.db, scope, filterOf(query)), query.sort)))
          yield batch.map((row) => [
            row.createdAt.getTime(),
            say(`contact-request-states.${row.state}`),
            say(`contact-request-kinds.${row.kind}`),
            row.name,
            row.loginId,
            row.mail,
            row.organization,
            row.deviceLabel ?? '',
            row.about,
            row.text,
          ]);
      },
    };
  },
});
