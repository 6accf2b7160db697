import { translatorFor } from '../../domain/texts/translator.ts';
import { exporter } from '../exports/exporter.ts';
import { consentRows } from './consents.ts';
import { consentQuery, filterOf, mailingQuery, presentItem } from './schemas.ts';
import { inOrder, matchingMailings } from './store.ts';

/** Who said whether they want news by mail, as a file. */
export const consentExporter = exporter({
  kind: 'news-consents',
  summary: 'Who said whether they want news by mail, since when and by which way',
  permission: 'mailings:send',
  query: consentQuery,
  problems: [],
  open: async ({ app, scope, language, query }) => {
    const say = translatorFor(language, 'headings');
    return {
      conditions: { news: query.news ?? null, way: query.way ?? null },
      columns: [
        { key: 'name', kind: 'text' },
        { key: 'loginId', kind: 'code' },
        { key: 'mail', kind: 'text' },
        { key: 'organization', kind: 'text' },
        { key: 'news', kind: 'text' },
        { key: 'since', kind: 'instant' },
        { key: 'way', kind: 'text' },
      ],
      async *rows(read) {
        for await (const batch of read(consentRows(app.db, scope, query)))
          yield batch.map((row) => [
            row.name,
            row.loginId,
            row.mail,
            row.organization,
            say(`news-answers.${row.news ? 'yes' : 'no'}`),
            row.since.getTime(),
            say(`news-ways.${row.way}`),
          ]);
      },
    };
  },
});

/** The mailings with what became of them, as a file. */
export const mailingExporter = exporter({
  kind: 'mailings',
  summary: 'The notices that were mailed, with what became of the mails',
  permission: 'mailings:send',
  query: mailingQuery,
  problems: [],
  open: async ({ app, scope, language, query }) => {
    const say = translatorFor(language, 'headings');
    return {
      conditions: { kind: query.kind ?? null, state: query.state ?? null },
      columns: [
        { key: 'createdAt', kind: 'instant' },
        { key: 'title', kind: 'text' },
        { key: 'kind', kind: 'text' },
        { key: 'to', kind: 'text' },
        { key: 'state', kind: 'text' },
        { key: 'receivers', kind: 'integer' },
        { key: 'sent', kind: 'integer' },
        { key: 'failed', kind: 'integer' },
        { key: 'dropped', kind: 'integer' },
        { key: 'withdrawn', kind: 'integer' },
        { key: 'by', kind: 'text' },
      ],
      async *rows(read) {
        for await (const batch of read(inOrder(matchingMailings(app.db, scope, filterOf(query)), query.sort)))
          yield batch.map((row) => {
            const { title, kind, toAll, state, receivers, sent, failed, dropped, withdrawn, by } = presentItem(row);
            return [
              row.createdAt.getTime(),
              title[language],
              say(`mailing-kinds.${kind}`),
              say(`mailing-aims.${toAll ? 'all' : 'chosen'}`),
              say(`mailing-states.${state}`),
              receivers,
              sent,
              failed,
              dropped,
              withdrawn,
              by,
            ];
          });
      },
    };
  },
});
