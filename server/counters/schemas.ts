import { z } from 'zod';
import { entryCauses } from '../../domain/counters/entries.ts';
import { figureKinds } from '../../domain/counters/kinds.ts';
import { marks } from '../../domain/counters/marks.ts';
import { periodUnits } from '../../domain/counters/periods.ts';
import { counterPlaces, counterTabNames } from '../../domain/counters/places.ts';
import { instant, outsideIdSchema, organizationPath } from '../kernel/http/schemas.ts';

const period = z.string();
/** A counter of the site's own, by its code. */
export const ownPlaceSchema = z.templateLiteral(['own:', z.string().regex(/^[a-z][A-Za-z0-9_]{0,63}$/)]);
export const counterPlace = z.union([z.enum(counterPlaces), ownPlaceSchema]);
const sums = z.array(z.int().nullable());
/** Of each sum whether a first value since installation is in it (C-08). */
const firsts = z.array(z.boolean());

/** Null is "-": there is no reading, which is not 0. */
export const figure = z.strictObject({ value: z.int().nullable(), marks: z.array(z.enum(marks)) });

/** What came after `ofMonth` was closed, in the month in which it came. */
export const line = z.strictObject({ ofMonth: period, inMonth: period, values: sums });

const asked = {
  by: z.enum(periodUnits),
  kind: z.enum(figureKinds),
  /** In which days and months are cut. */
  timeZone: z.string(),
  asOf: instant,
};

const device = {
  device: outsideIdSchema('device'),
  serial: z.string(),
  model: z.string(),
  type: z.string(),
  name: z.string(),
  building: z.string(),
  place: z.string(),
  group: z.strictObject({ id: outsideIdSchema('deviceGroup'), name: z.string() }).nullable(),
};

const page = { total: z.int(), page: z.int(), pageSize: z.int() };

const span = z.strictObject({ from: period, to: period });

/** What can be asked for, and what the form begins with (C-04). */
export const beginning = z.strictObject({
  timeZone: z.string(),
  today: period,
  firstMonth: period,
  firstDay: period,
  /** Sizes of paper are kept by day for a shorter time. */
  firstPaperDay: period,
  begin: z.strictObject({ month: span, day: span }),
});

/** Devices in rows, periods in columns; the totals are those of all devices on all pages (C-05). */
export const byDevice = z.strictObject({
  ...asked,
  ...page,
  periods: z.array(period),
  items: z.array(
    z.strictObject({
      ...device,
      figures: z.array(figure),
      adjustments: z.array(z.strictObject({ ofMonth: period, inMonth: period, value: z.int().nullable() })),
      total: z.int().nullable(),
    }),
  ),
  totals: z
    .strictObject({
      figures: sums,
      firsts,
      adjustments: z.array(z.strictObject({ ofMonth: period, inMonth: period, value: z.int().nullable() })),
      total: z.int().nullable(),
    })
    .nullable(),
});

/** Devices in rows, what is counted in columns, for one period (C-07). */
export const byPeriod = z.strictObject({
  ...asked,
  ...page,
  period,
  columns: z.array(counterPlace),
  items: z.array(z.strictObject({ ...device, figures: z.array(figure), adjustments: z.array(line) })),
  totals: z.strictObject({ figures: sums, firsts, adjustments: z.array(line) }).nullable(),
});

/** Periods in rows, newest first, in all tabs that the device has (C-06). */
export const ofDevice = z.strictObject({
  ...asked,
  device: device.device,
  serial: device.serial,
  model: device.model,
  name: device.name,
  tabs: z.array(
    z.strictObject({
      tab: z.enum(counterTabNames),
      columns: z.array(counterPlace),
      rows: z.array(z.strictObject({ period, figures: z.array(figure) })),
      adjustments: z.array(line),
      total: sums.nullable(),
    }),
  ),
  /** Figures that should be equal and are not; each is shown as it was reported. */
  warnings: z.array(z.strictObject({ period, name: z.string(), left: z.int(), right: z.int() })),
});

export const devicePath = organizationPath.extend({ device: outsideIdSchema('device') });
export const periodPath = organizationPath.extend({ period: z.string().max(10) });

/** An entry of the ledger; `values` by the code of the model's counters. */
export const entry = z.strictObject({
  at: instant,
  receivedAt: instant,
  cause: z.enum(entryCauses),
  values: z.record(z.string(), z.int()),
  /** Counters of which this reading counts for nothing, as those around it go on. */
  glitches: z.array(z.string()),
  reason: z.string().nullable(),
});
