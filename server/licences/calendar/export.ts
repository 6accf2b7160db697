import { renewalCounts } from '../../../domain/licences/renewals.ts';
import { translatorFor } from '../../../domain/texts/translator.ts';
import type { Row } from '../../../domain/exports/columns.ts';
import { exporter } from '../../exports/exporter.ts';
import { typeWord } from '../words.ts';
import { narrowed, readRenewals } from './renewals.ts';
import { filterOf, renewalQuery } from './routes.ts';

/** The renewal calendar as a file: a row for each device, and one for licences that serve none. */
export const renewalExporter = exporter({
  kind: 'licence-renewals',
  summary: 'What runs out when over all customers of the dealer, device by device',
  permission: 'licence-renewals:read',
  query: renewalQuery,
  problems: [],
  open: async ({ app, site, scope, language, query }) => {
    const say = translatorFor(language, 'headings');
    const filter = filterOf(query);
    const rows = narrowed(await readRenewals(app, site, scope, filter), filter, renewalCounts).flatMap(
      (renewal): Row[] => {
        const { customer, lastDay, bestDay, cameras, unused } = renewal;
        const type = typeWord(site, renewal.type, language);
        const stateOf = (state: string) => say(`licence-renewals.states.${state}`);
        const shown = cameras.filter(({ state }) => filter.state === null || state === filter.state);
        const whole = unused > 0 && (filter.state === null || filter.state === 'unused');
        return [
          ...shown.map(({ serial, state }): Row => [lastDay, customer, type, serial, 1, stateOf(state), bestDay]),
          ...(whole ? [[lastDay, customer, type, null, unused, stateOf('unused'), null] satisfies Row] : []),
        ];
      },
    );
    const { type, month, state, months } = filter;
    return {
      conditions: { type, month, state, months },
      columns: [
        { key: 'lastDay', kind: 'date' },
        { key: 'customer', kind: 'text' },
        { key: 'type', kind: 'text' },
        { key: 'serial', kind: 'code' },
        { key: 'quantity', kind: 'integer' },
        { key: 'state', kind: 'text' },
        { key: 'bestDay', kind: 'date' },
      ],
      async *rows() {
        yield rows;
      },
    };
  },
});
