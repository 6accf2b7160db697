import { z } from 'zod';
import { moveCauses } from '../../../domain/licences/codes.ts';
import { addDays } from '../../../domain/counters/civil.ts';
import { orderLinesMax } from '../../../domain/licences/order.ts';
import { startOfDay } from '../../../domain/site/civil-time.ts';
import type { Site } from '../../kernel/app.ts';
import { outsideIdSchema, sortBy } from '../../kernel/http/schemas.ts';
import { belowSorts, moveSorts, type BelowFilter, type MoveFilter } from './lists.ts';
import { orderSorts, type OrderFilter } from './order-lists.ts';
import { lineSchema } from './shop-message.ts';

const searchMax = 100;
const codeMax = 64;
const monthsMax = 1_000;

export const passBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('pass-on'),
    to: outsideIdSchema('organization'),
    lines: z.array(lineSchema).max(orderLinesMax),
  }),
  z.strictObject({ kind: z.literal('return'), lines: z.array(lineSchema).max(orderLinesMax) }),
]);

const narrowed = {
  text: z.string().max(searchMax).default(''),
  type: z.string().max(codeMax).optional(),
  termMonths: z.coerce.number().int().min(1).max(monthsMax).optional(),
};

export const belowQuery = z.strictObject({ ...narrowed, sort: sortBy(belowSorts) });
export function belowFilterOf({ text, type, termMonths }: z.output<typeof belowQuery>): BelowFilter {
  return { text, type: type ?? null, termMonths: termMonths ?? null };
}

export const moveQuery = z.strictObject({
  ...narrowed,
  cause: z.enum(moveCauses).optional(),
  /** Civil days where the site is, both of them in it. */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  sort: sortBy(moveSorts),
});
export function moveFilterOf({ timeZone }: Pick<Site, 'timeZone'>, query: z.output<typeof moveQuery>): MoveFilter {
  const { text, type, termMonths, cause, from, until } = query;
  return {
    text,
    type: type ?? null,
    termMonths: termMonths ?? null,
    cause: cause ?? null,
    since: from === undefined ? null : startOfDay(from, timeZone),
    before: until === undefined ? null : startOfDay(addDays(until, 1), timeZone),
  };
}

export const orderQuery = z.strictObject({
  ...narrowed,
  source: z.enum(['import', 'shop']).optional(),
  sort: sortBy(orderSorts),
});
export function orderFilterOf({ text, type, termMonths, source }: z.output<typeof orderQuery>): OrderFilter {
  return { text, type: type ?? null, termMonths: termMonths ?? null, source: source ?? null };
}
