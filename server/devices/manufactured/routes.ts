import { z } from 'zod';
import { exporter } from '../../exports/exporter.ts';
import { translatorFor } from '../../../domain/texts/translator.ts';
import { countUpTo, offsetOf } from '../../kernel/http/list.ts';
import { route } from '../../kernel/http/route.ts';
import { instant, organizationPath, pageOf, pageQuery, sortBy } from '../../kernel/http/schemas.ts';
import { outsideId } from '../../kernel/ids.ts';
import {
  manufacturedRows,
  manufacturedSorts,
  manufacturedStates,
  matchingManufactured,
  stateOf,
  type ManufacturedFilter,
} from './list.ts';

const typed = z.string().max(80).optional();
const conditions = z.strictObject({
  serial: typed,
  model: typed,
  orderNumber: typed,
  state: z.enum(manufacturedStates).optional(),
  sort: sortBy(manufacturedSorts),
});

function filterOf({ serial, model, orderNumber, state }: z.output<typeof conditions>): ManufacturedFilter {
  return { serial: serial ?? '', model: model ?? '', orderNumber: orderNumber?.trim() ?? '', state: state ?? null };
}

const manufacturedList = pageOf(
  z.strictObject({
    id: z.string(),
    serial: z.string(),
    model: z.string(),
    shippedOn: z.iso.date().nullable(),
    orderNumber: z.string().nullable(),
    /** It was delivered with a claim code. */
    claimCode: z.boolean(),
    state: z.enum(manufacturedStates),
    organization: z.string().nullable(),
    importedAt: instant,
    /** When one that nobody has registered called last. */
    lastCallAt: instant.nullable(),
  }),
);

const listManufactured = route({
  operationId: 'listManufacturedDevices',
  method: 'get',
  path: '/api/{site}/organizations/{organization}/manufactured-devices',
  summary: 'What was made, newest first, and whether it is registered; for operators',
  access: 'manufactured-devices:read',
  params: organizationPath,
  query: conditions.extend(pageQuery.shape),
  status: 200,
  response: manufacturedList,
  problems: [],
  handle: async ({ app, scope, query }) => {
    const { page, pageSize, ...rest } = query;
    const filter = filterOf(rest);
    const totals = await countUpTo(app.db, matchingManufactured(app.db, scope, filter));
    const rows = await manufacturedRows(app.db, scope, filter, rest.sort)
      .limit(pageSize)
      .offset(offsetOf({ page, pageSize }))
      .execute();
    const items = rows.map((row) => ({
      id: outsideId('device', row.deviceId),
      serial: row.serial,
      model: row.model,
      shippedOn: row.shippedOn,
      orderNumber: row.orderNumber,
      claimCode: row.claimCode,
      state: stateOf(row),
      organization: row.organization,
      importedAt: new Date(row.importedAtMs).toISOString(),
      lastCallAt: row.lastCallMs === null ? null : new Date(row.lastCallMs).toISOString(),
    }));
    return { status: 200, body: { items, ...totals, page, pageSize } };
  },
});

/** The factory's list as a file, in the columns in which it can be imported again; claim codes are known to nobody. */
export const manufacturedExporter = exporter({
  kind: 'manufactured-devices',
  summary: 'What was made, and whether it is registered',
  permission: 'manufactured-devices:read',
  query: conditions,
  problems: [],
  open: async ({ app, scope, language, query }) => {
    const filter = filterOf(query);
    const say = translatorFor(language, 'headings');
    const words = Object.fromEntries(manufacturedStates.map((state) => [state, say(`manufactured-devices.${state}`)]));
    return {
      conditions: { model: filter.model || null, state: filter.state },
      columns: [
        { key: 'model', kind: 'code' },
        { key: 'serial', kind: 'code' },
        { key: 'shippedOn', kind: 'date' },
        { key: 'orderNumber', kind: 'code' },
        { key: 'state', kind: 'text' },
        { key: 'importedAt', kind: 'instant' },
      ],
      async *rows(read) {
        for await (const batch of read(manufacturedRows(app.db, scope, filter, query.sort)))
          yield batch.map((row) => [
            row.model,
            row.serial,
            row.shippedOn,
            row.orderNumber,
            words[stateOf(row)] ?? null,
            row.importedAtMs,
          ]);
      },
    };
  },
});

export const manufacturedRoutes = [listManufactured];
