import { z } from 'zod';

/** What a site's menu can begin with: the main page of a capability by the capability's name, or another page by a name of its own. */
export const menuEntries = [
  'account-data',
  'alarms',
  'counters',
  'customers',
  'departments',
  'device-groups',
  'devices',
  'licence-assignments',
  'licence-orders',
  'licence-rehearsal',
  'licence-renewals',
  'licences',
  'mail-notices',
  'maintenance-links',
  'notification-address',
  'paper-sizes',
  'password',
  'registration-keys',
  'toner',
] as const;
export type MenuEntryName = (typeof menuEntries)[number];

const first = z
  .array(z.enum(menuEntries))
  .max(menuEntries.length)
  .refine((some) => new Set(some).size === some.length, 'each entry once')
  .default([]);

/** Which entries the menu of each kind of organization begins with (E-13); all others follow below, in a part of their own. */
export const menuSchema = z
  .strictObject({
    maker: first.describe('For operators'),
    dealer: first.describe('For dealers'),
    customer: first.describe('For customers'),
  })
  .prefault({})
  .describe('What the menu begins with; without it everything stands in one row');
export type SiteMenu = z.output<typeof menuSchema>;
