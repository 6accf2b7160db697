import { insideId } from '../../server/kernel/ids.ts';
import { assignedIn, plansIn, wasDone, type Command, type Line, type Wish } from './command.ts';
import type { Held, Stored } from './evidence.ts';

type Of<K extends Wish['kind']> = Command & { wish: Wish & { kind: K } };

export const all = <K extends Wish['kind']>(history: readonly Command[], ...kinds: K[]) =>
  history.filter((one): one is Of<K> => (kinds as string[]).includes(one.wish.kind));
export const done = <K extends Wish['kind']>(history: readonly Command[], ...kinds: K[]) =>
  all(history, ...kinds).filter(wasDone) as Of<K>[];

const lineText = ({ type, termMonths, quantity }: Line) => `${quantity} ${type} ${termMonths}`;
export const linesText = (lines: readonly Line[]) => lines.map(lineText).toSorted().join(', ');
type RefundedLine = Omit<Line, 'quantity'> & { refunded: number };
const refundedIn = ({ answers: [said] }: Command): Line[] =>
  ((said?.body.refunded ?? []) as RefundedLine[])
    .filter(({ refunded }) => refunded > 0)
    .map(({ type, termMonths, refunded }) => ({ type, termMonths, quantity: refunded }));
const ownId = ({ answers: [said] }: Command) => insideId(String(said?.body.id));
const refundName = (one: Of<'refund' | 'shop-refund'>) => (one.wish.kind === 'refund' ? ownId(one) : one.wish.number);

const orderText = (number: string, dealer: string, lines: readonly Line[]) =>
  `order ${number} of ${dealer}: ${linesText(lines)}`;
const refundText = (name: string, order: string, lines: readonly Line[]) =>
  `refund ${name} of ${order}: ${linesText(lines)}`;
const passText = (id: string, cause: string, from: string, to: string, lines: readonly Line[]) =>
  `${cause} ${id} from ${from} to ${to}: ${linesText(lines)}`;
const actText = (what: string, id: string, dealer: string, customer: string, line: Line) =>
  `${what} ${id} by ${dealer} to ${customer}: ${lineText(line)}`;
const licencesText = (id: string, licences: readonly string[]) => `licences of ${id}: ${licences.toSorted().join()}`;

/** Everything that is there because somebody was told so, and what plans have done by themselves. */
function toldOf(history: readonly Command[], { plans }: Stored): string[] {
  return [
    ...done(history, 'order').map(({ wish }) => orderText(wish.number, insideId(wish.dealer), wish.lines)),
    ...done(history, 'refund', 'shop-refund').map((one) =>
      refundText(refundName(one), one.wish.order, refundedIn(one)),
    ),
    ...done(history, 'pass-on', 'return').map((one) =>
      passText(ownId(one), one.wish.kind, insideId(one.wish.from), insideId(one.wish.to), one.wish.lines),
    ),
    ...done(history, 'assign').flatMap(({ wish, answers }) =>
      assignedIn(answers[0]).flatMap(({ id, licences, ...line }) => [
        actText('assignment', insideId(id), insideId(wish.dealer), insideId(wish.customer), line),
        licencesText(insideId(id), licences.map(insideId)),
      ]),
    ),
    ...done(history, 'plan').flatMap(({ wish, answers }) =>
      plansIn(answers[0]).flatMap((id, at) => {
        const line = wish.lines[at];
        return line ? [actText('plan', insideId(id), insideId(wish.dealer), insideId(wish.customer), line)] : [];
      }),
    ),
    ...plans
      .filter(({ state }) => state === 'done')
      .map((one) => actText('assignment', one.assignment ?? '', one.dealer, one.customer, one)),
  ];
}

function thereOf({ orders, refunds, passings, assignments, plans }: Stored): string[] {
  const planned = new Set(plans.map(({ assignment }) => assignment));
  return [
    ...orders.map(({ number, dealer, lines }) => orderText(number, dealer, lines)),
    ...refunds.map(({ name, order, lines }) => refundText(name, order, lines)),
    ...passings.map(({ id, cause, from, to, lines }) => passText(id, cause, from, to, lines)),
    ...assignments.map((one) => actText('assignment', one.id, one.dealer, one.customer, one)),
    ...assignments.filter(({ id }) => !planned.has(id)).map(({ id, licences }) => licencesText(id, licences)),
    ...plans.map((one) => actText('plan', one.id, one.dealer, one.customer, one)),
  ];
}

/** What each dealer has by what clients were told, reckoned without the ledger. */
function stockOf(history: readonly Command[], { plans }: Stored): string[] {
  const stock = new Map<string, number>();
  const move = (holder: string, lines: readonly Line[], sign: 1 | -1) => {
    for (const { type, termMonths, quantity } of lines) {
      const key = `${insideId(holder)} ${type} ${termMonths}`;
      stock.set(key, (stock.get(key) ?? 0) + sign * quantity);
    }
  };
  for (const { wish } of done(history, 'order')) move(wish.dealer, wish.lines, 1);
  for (const one of done(history, 'refund', 'shop-refund')) move(one.wish.dealer, refundedIn(one), -1);
  for (const { wish } of done(history, 'pass-on', 'return')) {
    move(wish.from, wish.lines, -1);
    move(wish.to, wish.lines, 1);
  }
  for (const { wish } of done(history, 'assign')) move(wish.dealer, wish.lines, -1);
  for (const one of plans.filter(({ state }) => state === 'done')) move(one.dealer, [one], -1);
  return [...stock].filter(([, quantity]) => quantity !== 0).map(([key, quantity]) => `${key}: ${quantity}`);
}

const nobodysStock = new Set(['maker', 'assigned', 'refunded']);
const stockHeld = ({ held }: Stored) =>
  held
    .filter(({ holder, quantity }: Held) => !nobodysStock.has(holder) && quantity !== 0)
    .map(({ holder, type, termMonths, quantity }) => `${holder} ${type} ${termMonths}: ${quantity}`);

/** Each thing that was done is one move in the ledger, each line of an assignment one of its own. */
function movesOf(history: readonly Command[], { plans }: Stored): string[] {
  const planned = plans.filter(({ state }) => state === 'done').length;
  const lines = done(history, 'assign').reduce((sum, { answers }) => sum + assignedIn(answers[0]).length, planned);
  const refunds = done(history, 'refund', 'shop-refund').filter((one) => refundedIn(one).length > 0);
  const counts = {
    order: done(history, 'order').length,
    'pass-on': done(history, 'pass-on').length,
    return: done(history, 'return').length,
    assign: lines,
    refund: refunds.length,
  };
  return Object.entries(counts).flatMap(([cause, count]) => (count > 0 ? [`${count} by ${cause}`] : []));
}

const movesThere = ({ moves }: Stored) => Object.entries(moves).map(([cause, count]) => `${count} by ${cause}`);

/** The events that what is there calls for, each once. */
function eventsDue({ orders, refunds, passings, assignments, plans, placements }: Stored): string[] {
  return [
    ...orders.map(({ number }) => `order ${number}`),
    ...refunds
      .filter(({ lines }) => lines.length > 0)
      .map(({ order, lines }) => `refund of ${order}: ${linesText(lines)}`),
    ...passings.map(({ id }) => `passing ${id}`),
    ...assignments.map(({ id }) => `assignment ${id}`),
    ...plans.map(({ id }) => `plan ${id}`),
    ...plans
      .filter(({ state }) => state === 'cancelled' || state === 'failed')
      .map(({ id, state }) => `${state} ${id}`),
    ...placements.map(({ licence, device }) => `${licence} serves ${device}`),
  ];
}

type EventData = {
  numbers: string[];
  lines: Line[];
  number: string;
  passing: string;
  assignments: { id: string }[];
  plans: { id: string }[];
  plan: string;
  licence: string;
  device: string;
  licences: { licence: string; device: string }[];
};
export const serves = ({ licence, device }: { licence: string; device: string }) => `${licence} serves ${device}`;
const eventTexts: Record<string, (data: EventData) => string[]> = {
  'licences.ordered': ({ numbers }) => numbers.map((number) => `order ${number}`),
  'licences.refunded': ({ number, lines }) => [`refund of ${number}: ${linesText(lines)}`],
  'licences.passed-on': ({ passing }) => [`passing ${passing}`],
  'licences.returned': ({ passing }) => [`passing ${passing}`],
  'licences.assigned': ({ assignments }) => assignments.map(({ id }) => `assignment ${id}`),
  'licences.planned': ({ plans }) => plans.map(({ id }) => `plan ${id}`),
  'licences.plan-cancelled': ({ plan }) => [`cancelled ${plan}`],
  'licences.plan-failed': ({ plan }) => [`failed ${plan}`],
  'licences.placed': (data) => [serves(data)],
  'licences.moved': (data) => [serves(data)],
  'licences.taken-over': ({ licences }) => licences.map(serves),
};

const eventsThere = ({ events }: Stored) =>
  events.flatMap(({ what, data }) => eventTexts[what]?.(data as unknown as EventData) ?? []);

/** What clients were told, and what follows from it, each beside what is there. */
export function sidesOf(history: readonly Command[], stored: Stored) {
  return [
    { what: 'what was done', told: toldOf(history, stored), there: thereOf(stored) },
    { what: 'the stock', told: stockOf(history, stored), there: stockHeld(stored) },
    { what: 'moves of the ledger', told: movesOf(history, stored), there: movesThere(stored) },
    { what: 'events', told: eventsDue(stored), there: eventsThere(stored) },
  ];
}
