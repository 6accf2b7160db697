import { translatorFor } from '../../../domain/texts/translator.ts';
import { exporter } from '../../exports/exporter.ts';
import { accountRows } from './managed.ts';
import { accountQuery } from './managed-routes.ts';

/** The organizations of a site with their users as a file, for its operators. */
export const accountExporter = exporter({
  kind: 'accounts',
  summary: 'Operators: the organizations of the site with their users',
  permission: 'accounts:read',
  query: accountQuery,
  problems: [],
  open: async ({ app, scope, language, query }) => {
    const say = translatorFor(language, 'headings');
    const { name: organization, user, kind = null, state = null, sort } = query;
    return {
      conditions: { kind, state },
      columns: [
        { key: 'organization', kind: 'text' },
        { key: 'loginId', kind: 'code' },
        { key: 'user', kind: 'text' },
        { key: 'mail', kind: 'text' },
        { key: 'kind', kind: 'text' },
        { key: 'country', kind: 'code' },
        { key: 'role', kind: 'text' },
        { key: 'state', kind: 'text' },
        { key: 'signedUp', kind: 'instant' },
        { key: 'lastLogin', kind: 'instant' },
        { key: 'left', kind: 'instant' },
      ],
      async *rows(read) {
        for await (const batch of read(accountRows(app.db, scope, { organization, user, kind, state }, sort)))
          yield batch.map((row) => [
            row.organization,
            row.login_id ?? '',
            row.name ?? '',
            row.mail ?? '',
            say(`accounts.kinds.${row.kind}`),
            row.country,
            row.role ? say(`accounts.roles.${row.role}`) : '',
            row.state ? say(`accounts.states.${row.state}`) : '',
            row.created_at.getTime(),
            row.last_login_at?.getTime() ?? null,
            row.ended_at?.getTime() ?? null,
          ]);
      },
    };
  },
});
