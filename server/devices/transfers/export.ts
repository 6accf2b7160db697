import { translatorFor } from '../../../domain/texts/translator.ts';
import { exporter } from '../../exports/exporter.ts';
import { presentTransfer, transferQuery } from './schemas.ts';
import { transferRows } from './store.ts';

/** Hand-overs of devices as a file. */
export const transferExporter = exporter({
  kind: 'transfers',
  summary: 'Hand-overs of devices that the caller may see',
  permission: 'devices:read',
  query: transferQuery,
  problems: [],
  open: async ({ app, session, scope, language, query }) => {
    const say = translatorFor(language, 'headings');
    const filter = { serial: query.text, side: query.side ?? null };
    const instant = (iso: string | null) => (iso === null ? null : Date.parse(iso));
    return {
      conditions: { side: filter.side },
      columns: [
        { key: 'begunAt', kind: 'instant' },
        { key: 'serial', kind: 'code' },
        { key: 'model', kind: 'text' },
        { key: 'from', kind: 'text' },
        { key: 'to', kind: 'text' },
        { key: 'state', kind: 'text' },
        { key: 'opensAt', kind: 'instant' },
        { key: 'expiresAt', kind: 'instant' },
        { key: 'endedAt', kind: 'instant' },
        { key: 'reason', kind: 'text' },
      ],
      async *rows(read) {
        for await (const batch of read(transferRows(app.db, scope, filter, query.sort)))
          yield batch.map((row) => {
            const shown = presentTransfer(row, session, scope.now);
            return [
              instant(shown.begunAt),
              shown.serial,
              shown.model,
              shown.from,
              shown.to,
              say(`transfers.states.${shown.state}`),
              instant(shown.opensAt),
              instant(shown.expiresAt),
              instant(shown.endedAt),
              shown.reason,
            ];
          });
      },
    };
  },
});
