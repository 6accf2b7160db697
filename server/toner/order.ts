import { sql } from 'kysely';
import { z } from 'zod';
import { supplyColours } from '../../domain/toner/options.ts';
import { tonerOptions } from '../../domain/site/capabilities.ts';
import type { App, Site } from '../kernel/app.ts';
import { after, daysMs } from '../kernel/clock.ts';
import { localised } from '../kernel/http/schemas.ts';
import type { Scope } from '../kernel/session.ts';
import { everySupply, tonerRows } from './rows.ts';
import { findSupply } from './supplies.ts';

/** What is to be ordered of one supply of one model. */
export const orderItem = z.strictObject({
  model: z.string(),
  supply: z.string(),
  colour: z.enum(supplyColours),
  name: localised,
  order: z.string().nullable(),
  /** Devices in which it is low now, and in which it is expected to be empty within the days asked for; `pieces`: one for each that is either. */
  low: z.int(),
  soon: z.int(),
  pieces: z.int(),
  /** How many devices use it. */
  devices: z.int(),
});
export type OrderItem = z.infer<typeof orderItem>;

type Found = { model: string; supply: string; low: number; soon: number; pieces: number; devices: number };

/** What the organization has to order for its devices (C-12), by model and colour; whatever is not needed is left out. */
export async function orderList(
  app: App,
  site: Site,
  scope: Scope,
  { withinDays, groupId }: { withinDays: number; groupId: string | null },
): Promise<OrderItem[]> {
  const isLow = sql`a.level <= ${tonerOptions(site).lowAt}`;
  const isSoon = sql`a.empty_at <= ${after(scope.now, withinDays * daysMs)}`;
  const { rows } = await sql<Found>`
    select * from (
      select a.model, a.supply, a.place, count(*) filter (where ${isLow}) as low, count(*) filter (where ${isSoon}) as soon,
        count(*) filter (where ${isLow} or ${isSoon}) as pieces, count(*) as devices
      from (${tonerRows(site, scope, { ...everySupply, groupId })}) a group by 1, 2, 3) b
    where pieces > 0 order by place`.execute(app.db);
  return rows.flatMap(({ model, supply, low, soon, pieces, devices }) => {
    const known = findSupply(site, model, supply);
    if (!known) return [];
    const { colour, name, order = null } = known;
    return [{ model, supply, colour, name, order, low, soon, pieces, devices }];
  });
}
