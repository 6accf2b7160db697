import { z } from 'zod';
import { lineQuantityMax, orderLinesMax } from '../../../domain/licences/order.ts';

const codeCharactersMax = 64;
const typedMax = 200;
const monthsMax = 1_000;

export const lineSchema = z.strictObject({
  type: z.string().max(codeCharactersMax),
  /** In months. */
  termMonths: z.int().min(1).max(monthsMax),
  quantity: z.int().min(1).max(lineQuantityMax),
});
const lines = z.array(lineSchema).min(1).max(orderLinesMax);

/** What a shop tells: an order that was paid, money that was given back, or nothing but that it can be heard. */
export const shopMessage = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('order'),
    number: z.string().max(typedMax),
    /** The dealer's code, as the page of its stock shows it. */
    dealer: z.string().max(typedMax),
    orderedOn: z.iso.date(),
    lines,
  }),
  z.strictObject({
    kind: z.literal('refund'),
    number: z.string().max(typedMax),
    /** The number of the order. */
    order: z.string().max(typedMax),
    /** Left out: all that is not refunded yet. */
    lines: lines.optional(),
  }),
  z.strictObject({ kind: z.literal('test') }),
]);
export type ShopMessage = z.output<typeof shopMessage>;

export const refundedLines = z.array(
  z.strictObject({
    type: z.string(),
    termMonths: z.int(),
    asked: z.int(),
    refunded: z.int(),
    assigned: z.int(),
    passedOn: z.int(),
  }),
);

export const shopAnswer = z.strictObject({
  /** `before`: the same message was done before; nothing was done again. */
  state: z.enum(['stored', 'before', 'heard']),
  /** Of a refund: what became of each line. */
  refunded: refundedLines.optional(),
});
export type ShopAnswer = z.infer<typeof shopAnswer>;
