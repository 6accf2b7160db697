import { licenceOptions } from '../../../domain/site/capabilities.ts';
import type { Language } from '../../../domain/site/languages.ts';
import { translatorFor } from '../../../domain/texts/translator.ts';
import { exporter } from '../../exports/exporter.ts';
import type { Site } from '../../kernel/app.ts';
import { belowRows, moveRows } from './lists.ts';
import { orderLineRows } from './order-lists.ts';
import { belowFilterOf, belowQuery, moveFilterOf, moveQuery, orderFilterOf, orderQuery } from './schemas.ts';

/** The name of a type; one that the site no longer has is told by its ID. */
function typeNames(site: Site, language: Language): (id: string) => string {
  const { types } = licenceOptions(site);
  return (id) => types.find((one) => one.id === id)?.name[language] ?? id;
}

const dealer = { key: 'dealer', kind: 'text' } as const;
const line = [
  { key: 'type', kind: 'text' },
  { key: 'termMonths', kind: 'integer' },
] as const;

/** What was bought, with what became of it. */
const orders = exporter({
  kind: 'licence-orders',
  summary: 'The lines of a dealer’s orders; operators get those of all dealers',
  permission: 'licences:read',
  query: orderQuery,
  problems: [],
  open: async ({ app, site, scope, language, query }) => {
    const filter = orderFilterOf(query);
    const nameOf = typeNames(site, language);
    const say = translatorFor(language, 'headings');
    const sources = { import: say('licence-orders.sources.import'), shop: say('licence-orders.sources.shop') };
    const { source, type, termMonths } = filter;
    return {
      conditions: { source, type, termMonths },
      columns: [
        { key: 'number', kind: 'code' },
        { key: 'orderedOn', kind: 'date' },
        { key: 'dealerName', kind: 'text' },
        { key: 'source', kind: 'text' },
        ...line,
        { key: 'quantity', kind: 'integer' },
        { key: 'inStock', kind: 'integer' },
        { key: 'passedOn', kind: 'integer' },
        { key: 'assigned', kind: 'integer' },
        { key: 'refunded', kind: 'integer' },
      ],
      async *rows(read) {
        for await (const batch of read(orderLineRows(app.db, scope, filter, query.sort)))
          yield batch.map((row) => [
            row.number,
            row.orderedOn,
            row.dealer,
            sources[row.source],
            nameOf(row.type),
            row.termMonths,
            row.quantity,
            row.inStock,
            row.quantity - row.inStock - row.assigned - row.refunded,
            row.assigned,
            row.refunded,
          ]);
      },
    };
  },
});

/** Every change of a stock. */
const moves = exporter({
  kind: 'licence-stock-moves',
  summary: 'Every change of a dealer’s stock; operators get those of all dealers',
  permission: 'licences:read',
  query: moveQuery,
  problems: [],
  open: async ({ app, site, scope, language, query }) => {
    const filter = moveFilterOf(site, query);
    const nameOf = typeNames(site, language);
    const say = translatorFor(language, 'headings');
    const { cause, type, termMonths } = filter;
    const { from = null, until = null } = query;
    return {
      conditions: { cause, type, termMonths, from, until },
      columns: [
        { key: 'at', kind: 'instant' },
        dealer,
        { key: 'cause', kind: 'text' },
        ...line,
        { key: 'quantity', kind: 'integer' },
        { key: 'other', kind: 'text' },
        { key: 'numbers', kind: 'text' },
      ],
      async *rows(read) {
        for await (const batch of read(moveRows(app.db, scope, filter, query.sort)))
          yield batch.map((row) => [
            row.at.getTime(),
            row.dealer,
            say(`licence-stock-moves.causes.${row.quantity < 0 ? 'out' : 'in'}.${row.cause}`),
            nameOf(row.type),
            row.termMonths,
            row.quantity,
            row.other,
            row.numbers.join(' '),
          ]);
      },
    };
  },
});

/** What dealers have, by type and term. */
const dealerStock = exporter({
  kind: 'dealer-stock',
  summary: 'Licences that other dealers have and assigned: of sub-dealers; operators get those of all dealers',
  permission: 'licences:read',
  query: belowQuery,
  problems: [],
  open: async ({ app, site, scope, language, query }) => {
    const filter = belowFilterOf(query);
    const nameOf = typeNames(site, language);
    const { type, termMonths } = filter;
    return {
      conditions: { type, termMonths },
      columns: [dealer, ...line, { key: 'held', kind: 'integer' }, { key: 'assigned', kind: 'integer' }],
      async *rows(read) {
        for await (const batch of read(belowRows(app.db, scope, filter, query.sort)))
          yield batch.map((row) => [row.name, nameOf(row.type), row.termMonths, row.held, row.assigned]);
      },
    };
  },
});

export const stockExporters = [orders, moves, dealerStock];
