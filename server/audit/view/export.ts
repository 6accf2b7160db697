import { translatorFor } from '../../../domain/texts/translator.ts';
import { exporter } from '../../exports/exporter.ts';
import { insideId } from '../../kernel/ids.ts';
import { readFilter } from './filter.ts';
import { presentEntry } from './present.ts';
import { readerOf } from './routes.ts';
import { auditQuery, type AuditEntry } from './schemas.ts';
import { allEvents } from './store.ts';
import { nameSubjects } from './subjects.ts';
import { withheldFrom } from './withheld.ts';

/** The log as a file. */
export const auditExporter = exporter({
  kind: 'audit',
  summary: 'What was done, by whom, for whom, when and from where: of the whole site for operators',
  permission: 'audit:read',
  query: auditQuery,
  problems: [],
  open: async ({ app, site, scope, session, language, query }) => {
    const reader = readerOf(scope, session);
    const filter = await readFilter(app.db, site, reader, query);
    const sentence = translatorFor(language, 'events');
    const word = translatorFor(language, 'audit');
    const events = allEvents(reader, filter);
    return {
      conditions: { kind: query.kind ?? null, from: query.from ?? null, until: query.until ?? null },
      columns: [
        { key: 'position', kind: 'integer' },
        { key: 'at', kind: 'instant' },
        { key: 'user', kind: 'text' },
        { key: 'organization', kind: 'text' },
        { key: 'onBehalfOf', kind: 'text' },
        { key: 'what', kind: 'text' },
        { key: 'object', kind: 'text' },
        { key: 'changes', kind: 'text' },
        { key: 'address', kind: 'code' },
        { key: 'kind', kind: 'code' },
        { key: 'id', kind: 'code' },
      ],
      async *rows(read) {
        for await (const batch of read({ compile: () => events.compile(app.db) })) {
          const names = await nameSubjects(
            app.db,
            site.id,
            batch.map(({ subject }) => subject),
          );
          yield batch.map((row) => {
            const entry = presentEntry(withheldFrom(reader, row), names);
            return [
              entry.position,
              row.at.getTime(),
              entry.by.user?.name ||
                word(`by.${entry.by.erased ? 'erased' : entry.by.kind === 'user' ? 'others' : entry.by.kind}`),
              entry.by.organization?.name || null,
              entry.onBehalfOf?.name || null,
              sentence(row.kind),
              entry.subject.name ?? entry.subject.id,
              entry.facts.map(changeText).join('\n') || null,
              entry.address,
              row.kind,
              insideId(entry.id),
            ];
          });
        }
      },
    };
  },
});

function changeText({ field, before, after }: AuditEntry['facts'][number]): string {
  return before === null ? `${field}: ${after ?? ''}` : `${field}: ${before} → ${after ?? ''}`;
}
