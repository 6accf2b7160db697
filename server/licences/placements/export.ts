import { licenceState } from '../../../domain/licences/place.ts';
import { translatorFor } from '../../../domain/texts/translator.ts';
import { exporter } from '../../exports/exporter.ts';
import { settleDueOf } from '../settle/settle.ts';
import { typeWord } from '../words.ts';
import { filterOf } from './routes.ts';
import { filtered, inOrder, licenceRows, matchingLicences } from './rows.ts';
import { licenceQuery } from './schemas.ts';

/** Licences with what each serves as a file: a customer's own, or those of everybody whose data the caller may read. */
export const licenceExporter = exporter({
  kind: 'licences',
  summary: 'Assigned licences with the device that each serves, its state and its days',
  permission: 'licences:read',
  query: licenceQuery,
  problems: [],
  open: async ({ app, site, scope, language, query }) => {
    const say = translatorFor(language, 'headings');
    const filter = filterOf(query);
    await settleDueOf(app, site, [scope.organizationId], scope.now);
    const found = licenceRows(filtered(matchingLicences(app.db, scope, 'read'), filter, scope.now));
    return {
      conditions: { type: filter.type || null, state: filter.state },
      columns: [
        { key: 'type', kind: 'text' },
        { key: 'state', kind: 'text' },
        { key: 'serial', kind: 'code' },
        { key: 'device', kind: 'text' },
        { key: 'setAsideFor', kind: 'code' },
        { key: 'assignedOn', kind: 'date' },
        { key: 'freeUntil', kind: 'date' },
        { key: 'lastDay', kind: 'date' },
        { key: 'termMonths', kind: 'integer' },
        { key: 'customer', kind: 'text' },
        { key: 'dealer', kind: 'text' },
      ],
      async *rows(read) {
        for await (const batch of read(inOrder(found, query.sort, scope.now)))
          yield batch.map((row) => [
            typeWord(site, row.type, language),
            say(`licences.states.${licenceState(row, scope.now)}`),
            row.serial,
            row.name,
            row.asideSerial,
            row.assignedOn,
            row.freeUntil,
            row.lastDay,
            row.termMonths,
            row.customer,
            row.dealer,
          ]);
      },
    };
  },
});
