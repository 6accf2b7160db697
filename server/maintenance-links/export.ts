import { translatorFor } from '../../domain/texts/translator.ts';
import { exporter } from '../exports/exporter.ts';
import { filterOf, linkQuery } from './schemas.ts';
import { linkRows, stateOf } from './store.ts';

/** Links of the caller's organization as a file. */
export const linkExporter = exporter({
  kind: 'maintenance-links',
  summary: 'Dealers that look after devices of the organization, and customers whose devices it looks after',
  permission: 'maintenance-links:read',
  query: linkQuery,
  problems: [],
  open: async ({ app, scope, language, query }) => {
    const say = translatorFor(language, 'headings');
    const filter = filterOf(query);
    return {
      conditions: { state: filter.state, side: filter.side },
      columns: [
        { key: 'dealer', kind: 'text' },
        { key: 'customer', kind: 'text' },
        { key: 'devices', kind: 'text' },
        { key: 'rights', kind: 'text' },
        { key: 'begunAt', kind: 'instant' },
        { key: 'untilOn', kind: 'date' },
        { key: 'state', kind: 'text' },
        { key: 'endedAt', kind: 'instant' },
      ],
      async *rows(read) {
        for await (const batch of read(linkRows(app.db, scope, filter, query.sort)))
          yield batch.map((row) => [
            row.dealer,
            row.customer,
            row.allDevices ? say('maintenance-links.all') : row.devices.map(({ serial }) => serial).join(' '),
            say(`maintenance-links.${row.configure ? 'configure' : 'see'}`),
            row.begunAt.getTime(),
            row.untilOn,
            say(`maintenance-links.states.${stateOf(row, scope.now)}`),
            row.endedAt?.getTime() ?? null,
          ]);
      },
    };
  },
});
