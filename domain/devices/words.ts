import { z } from 'zod';

/** An ID of site data: lower-case letters, digits and hyphens. */
export const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, first a letter, at most 40');

/** The key of a column of the device list. */
export const columnKey = z.string().regex(/^[a-z][a-zA-Z]{0,39}$/, 'the key of a column such as serial');

/** A model's ID is its name as printed on the unit, and enters keyed functions of it. */
export const modelId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'letters, digits, points, underscores and hyphens, at most 40');

/** A metric, counter or setting of a model: short, as devices send it. */
export const entryCode = z
  .string()
  .regex(/^[a-z][A-Za-z0-9_]{0,63}$/, 'letters, digits and underscores, first a small letter, at most 64');

/** A status or event of a model as devices send it, e.g. E01. */
export const statusCode = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'letters, digits, points, underscores and hyphens, at most 64');
