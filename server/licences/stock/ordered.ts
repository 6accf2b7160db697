import type { NewEvent } from '../../kernel/events.ts';
import type { NewOrder, OrderLine, OrderSource } from './orders.ts';

/** Order numbers that an event names; a file may bring very many. */
const numbersMax = 20;

/** One event for each dealer that has more in its stock now: what of each type and term, by which orders. */
export function orderedEvents(orders: readonly NewOrder[], source: OrderSource): NewEvent[] {
  return [...Map.groupBy(orders, ({ dealerId }) => dealerId)].map(([dealer, own]) => ({
    what: 'licences.ordered',
    subject: `organization/${dealer}`,
    data: {
      dealer,
      source,
      orders: own.length,
      numbers: own.slice(0, numbersMax).map(({ number }) => number),
      lines: inSum(own.flatMap(({ lines }) => lines)),
    },
  }));
}

/** The lines of one type and term as one. */
export function inSum(lines: readonly OrderLine[]): OrderLine[] {
  return [...Map.groupBy(lines, ({ type, termMonths }) => `${type} ${termMonths}`).values()].flatMap((alike) => {
    const [first] = alike;
    return first ? [{ ...first, quantity: alike.reduce((sum, { quantity }) => sum + quantity, 0) }] : [];
  });
}
