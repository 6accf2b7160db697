import { translatorFor } from '../../../domain/texts/translator.ts';
import { exporter } from '../../exports/exporter.ts';
import { filterOf } from './filter.ts';
import { failedMailQuery, presentFailedMail } from './schemas.ts';
import { failedMailRows } from './store.ts';

/** Mails that could not be handed over, as a file. */
export const failedMailExporter = exporter({
  kind: 'failed-mails',
  summary: 'Operators: mails that could not be handed over',
  permission: 'accounts:read',
  query: failedMailQuery,
  problems: [],
  open: async ({ app, site, scope, language, query }) => {
    const say = translatorFor(language, 'headings');
    const sentence = translatorFor(language, 'events');
    const filter = filterOf(site, query);
    return {
      conditions: { state: query.state ?? null, from: query.from ?? null, until: query.until ?? null },
      columns: [
        { key: 'triedAt', kind: 'instant' },
        { key: 'recipient', kind: 'text' },
        { key: 'loginId', kind: 'code' },
        { key: 'organization', kind: 'text' },
        { key: 'about', kind: 'text' },
        { key: 'subject', kind: 'text' },
        { key: 'answer', kind: 'text' },
        { key: 'tries', kind: 'integer' },
        { key: 'state', kind: 'text' },
        { key: 'nextTryAt', kind: 'instant' },
      ],
      async *rows(read) {
        for await (const batch of read(failedMailRows(app.db, scope, filter, query.sort)))
          yield batch.map((row) => {
            const { state } = presentFailedMail(row);
            return [
              row.triedAt.getTime(),
              row.recipient,
              row.loginId,
              row.organization,
              sentence(row.about),
              row.subject,
              row.answer,
              row.tries,
              say(`failed-mails.states.${state}`),
              state === 'waiting' ? row.nextTryAt.getTime() : null,
            ];
          });
      },
    };
  },
});
