import { readWrittenDay } from '../../../domain/devices/form.ts';
import { parseText } from '../../../domain/identifiers/single-line.ts';
import {
  findTypeNamed,
  orderLinesMax,
  parseOrderNumber,
  readQuantity,
  readTerm,
} from '../../../domain/licences/order.ts';
import { licenceOptions } from '../../../domain/site/capabilities.ts';
import type { Verdict } from '../../../domain/verdict.ts';
import type { CheckedRow, Importer, RowFaults } from '../../imports/importer.ts';
import type { Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { holdOpen } from '../../organizations/lock.ts';
import { findDealersNamed } from './dealers.ts';
import { orderedEvents } from './ordered.ts';
import { findOrders, isSameOrder, lockOrders, storeOrders, type NewOrder } from './orders.ts';

const dealerCharactersMax = 100;

/** A row is a line of an order; rows with one number are one order. */
type Row = { number: string; orderedOn: string; dealer: string; type: string; termMonths: number; quantity: number };

/** What dealers bought (L-02), as an operator has it from the order desk. */
export const orderImporter: Importer<Row> = {
  kind: 'licence-orders',
  capability: 'licences',
  permission: 'licence-orders:manage',
  page: '/o/$organization/licence-orders/import/$import',
  rowsMax: 20_000,
  columns: [
    { key: 'number', required: true, code: true, alsoCalled: ['受注番号', 'Order no.'] },
    { key: 'orderedOn', required: true, day: true, alsoCalled: ['受注日', 'Day'] },
    { key: 'dealer', required: true, code: true, alsoCalled: ['販売店のログインID', 'Dealer login ID'] },
    { key: 'type', required: true },
    { key: 'term', required: true, alsoCalled: ['期間'] },
    { key: 'quantity', required: true, alsoCalled: ['数', '本数'] },
  ],
  tells: ['dealerName'],
  readRow,

  async checkRows(_, tx, site, rows, __, lock) {
    if (lock) await lockOrders(tx, site.id);
    const dealers = await findDealersNamed(
      tx,
      site.id,
      valuesOf(rows).map(({ dealer }) => dealer),
    );
    const ids = [...dealers.values()].map(({ id }) => id);
    // Stock that is to be stored keeps its dealer open.
    const open = lock ? await holdOpen(tx, site.id, ids) : new Set(ids);
    for (const row of rows) {
      if (!row.value) continue;
      const dealer = dealers.get(row.value.dealer);
      if (dealer && open.has(dealer.id)) row.tells = { dealerName: dealer.name };
      else row.faults.dealer = { code: 'licences/dealer-unknown' };
    }
    for (const own of Map.groupBy(rows, ({ cells }) => (cells['number'] ?? '').trim()).values()) checkLines(own);
    await checkStored(tx, site, rows);
  },

  async store(_, tx, site, scope, importId, values) {
    const orders = await ordersOf(tx, site, values);
    const known = await findOrders(
      tx,
      site.id,
      orders.map(({ number }) => number),
    );
    const fresh = orders.filter(({ number }) => !known.has(number));
    await storeOrders(tx, site.id, fresh, { source: 'import', createdBy: scope.userId, now: scope.now });
    const stored = fresh.reduce((sum, { lines }) => sum + lines.length, 0);
    const imported = { what: 'licence-orders.imported' as const, subject: `import/${importId}`, data: { stored } };
    return { stored, events: [...orderedEvents(fresh, 'import'), imported] };
  },

  inWords: (site, language, column, word) =>
    column === 'type' ? (licenceOptions(site).types.find(({ id }) => id === word)?.name[language] ?? word) : word,
};

function readRow(
  site: Site,
  cells: Record<string, string>,
  today: string,
): { ok: true; value: Row } | { ok: false; faults: RowFaults } {
  const options = licenceOptions(site);
  const faults: RowFaults = {};
  const take = <T>(key: string, verdict: Verdict<T>, capability: string): T | null => {
    if (verdict.ok) return verdict.value;
    faults[key] = { code: `${capability}/${verdict.code}`, ...(verdict.params && { params: verdict.params }) };
    return null;
  };
  const number = take('number', parseOrderNumber(cells['number'] ?? ''), 'identifiers');
  const dealer = take('dealer', parseText(cells['dealer'] ?? '', { min: 1, max: dealerCharactersMax }), 'identifiers');
  const orderedOn = take('orderedOn', readWrittenDay(cells['orderedOn'] ?? ''), 'devices');
  if (!faults['orderedOn'] && (orderedOn === null || orderedOn > today))
    faults['orderedOn'] = { code: 'licences/order-day' };
  const type = findTypeNamed(options, cells['type'] ?? '');
  if (!type) faults['type'] = { code: cells['type'] ? 'licences/order-type' : 'identifiers/required' };
  const termMonths = readTerm(options, cells['term'] ?? '');
  if (termMonths === null) faults['term'] = { code: cells['term'] ? 'licences/order-term' : 'identifiers/required' };
  const quantity = take('quantity', readQuantity(cells['quantity'] ?? ''), 'licences');
  if (Object.keys(faults).length > 0 || !number || !dealer || !orderedOn || !type || termMonths === null || !quantity)
    return { ok: false, faults };
  return { ok: true, value: { number, orderedOn, dealer, type, termMonths, quantity } };
}

const valuesOf = (rows: readonly CheckedRow<Row>[]) => rows.flatMap(({ value }) => (value ? [value] : []));

/** The lines of one order speak of one dealer and day, and of each type and term once. */
function checkLines(rows: readonly CheckedRow<Row>[]): void {
  const [first] = valuesOf(rows);
  const lines = new Map<string, number>();
  for (const [at, { value, faults, line }] of rows.entries()) {
    if (!value || !first) continue;
    const place = `${value.type} ${value.termMonths}`;
    const before = lines.get(place);
    if (value.dealer !== first.dealer) faults['dealer'] ??= { code: 'licences/order-mixed' };
    if (value.orderedOn !== first.orderedOn) faults['orderedOn'] ??= { code: 'licences/order-mixed' };
    if (before !== undefined) faults['term'] ??= { code: 'licences/order-line-twice', params: { line: before } };
    if (at >= orderLinesMax) faults['number'] ??= { code: 'licences/order-lines-over', params: { max: orderLinesMax } };
    lines.set(place, before ?? line);
  }
}

/** A number that is taken already must say the same. */
async function checkStored(tx: Tx, site: Site, rows: readonly CheckedRow<Row>[]): Promise<void> {
  const whole = rows.filter(({ value, faults }) => value && Object.keys(faults).length === 0);
  const orders = await ordersOf(tx, site, valuesOf(whole));
  const known = await findOrders(
    tx,
    site.id,
    orders.map(({ number }) => number),
  );
  const differing = new Set(
    orders.flatMap((order) => {
      const stored = known.get(order.number);
      return stored && !isSameOrder(stored, order) ? [order.number] : [];
    }),
  );
  for (const { value, faults } of whole)
    if (value && differing.has(value.number)) faults['number'] = { code: 'licences/order-differs' };
}

async function ordersOf(tx: Tx, site: Site, values: readonly Row[]): Promise<NewOrder[]> {
  const dealers = await findDealersNamed(
    tx,
    site.id,
    values.map(({ dealer }) => dealer),
  );
  return [...Map.groupBy(values, ({ number }) => number)].flatMap(([number, lines]) => {
    const dealer = lines[0] && dealers.get(lines[0].dealer);
    if (!lines[0] || !dealer) return [];
    return [
      {
        number,
        dealerId: dealer.id,
        orderedOn: lines[0].orderedOn,
        lines: lines.map(({ type, termMonths, quantity }) => ({ type, termMonths, quantity })),
      },
    ];
  });
}
