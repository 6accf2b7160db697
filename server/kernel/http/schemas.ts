import { z } from 'zod';
import { outsideIdPattern, type IdKind } from '../ids.ts';

export const pageSizes = [10, 25, 50, 100] as const;
export const pageSizeDefault = 10;
/** Exact totals are counted up to here; above, a list says "100,000 or more". */
export const totalMax = 100_000;
const pageMax = 10_000;

export const sitePath = z.strictObject({ site: z.string().max(64) });

export function outsideIdSchema(kind: IdKind) {
  return z
    .string()
    .regex(outsideIdPattern(kind))
    .meta({ example: `${kind}_…` });
}

export const organizationPath = sitePath.extend({ organization: outsideIdSchema('organization') });

/** A text in every language. */
export const localised = z.strictObject({ ja: z.string(), en: z.string() });

/** A civil or absolute instant as it stands in answers. */
export const instant = z.iso.datetime();

export const pageQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(pageMax).default(1),
  pageSize: z.coerce
    .number()
    .refine((size): size is (typeof pageSizes)[number] => pageSizes.some((one) => one === size))
    .default(pageSizeDefault),
});

/** By which column a list is sorted, and with `-` before it from the end; left out, the list has an order of its own. */
export function sortBy<const K extends string>(columns: readonly K[]) {
  const wishes = columns.flatMap((column): (K | `-${K}`)[] => [column, `-${column}`]);
  return z.enum(wishes as [K | `-${K}`, ...(K | `-${K}`)[]]).optional();
}

/** The answer of a list by pages. `total` is exact up to 100,000; above, `totalCapped` is true. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({
    items: z.array(item),
    total: z.int(),
    totalCapped: z.boolean(),
    page: z.int(),
    pageSize: z.int(),
  });
}
