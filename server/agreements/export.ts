import { translatorFor } from '../../domain/texts/translator.ts';
import { exporter } from '../exports/exporter.ts';
import { filterOf } from './filter.ts';
import { agreementQuery, presentAgreement } from './schemas.ts';
import { peopleRows } from './store.ts';

/** Who agreed to a document, or has to, as a file. */
export const agreementExporter = exporter({
  kind: 'agreements',
  summary: 'Operators: who agreed to a document of the site, or has to',
  permission: 'accounts:read',
  query: agreementQuery,
  problems: [],
  open: async ({ app, site, scope, language, query }) => {
    const say = translatorFor(language, 'headings');
    const title = translatorFor(language, 'documents')(`names.${query.document}`);
    const { document, state, version, from, until } = query;
    const filter = filterOf(site, query, app.clock.now());
    return {
      conditions: { document, state, version: version ?? null, from: from ?? null, until: until ?? null },
      columns: [
        { key: 'document', kind: 'text' },
        { key: 'version', kind: 'date' },
        { key: 'name', kind: 'text' },
        { key: 'loginId', kind: 'code' },
        { key: 'organization', kind: 'text' },
        { key: 'userState', kind: 'text' },
        { key: 'agreedAt', kind: 'instant' },
      ],
      async *rows(read) {
        for await (const batch of read(peopleRows(app.db, scope, filter, query.sort)))
          yield batch.map((row) => {
            const { user, organization, agreedAt } = presentAgreement(row);
            return [
              title,
              row.version ?? filter.version,
              user.name,
              user.loginId,
              organization.name,
              say(`agreements.userStates.${user.state}`),
              agreedAt === null ? null : Date.parse(agreedAt),
            ];
          });
      },
    };
  },
});
