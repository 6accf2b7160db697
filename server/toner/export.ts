import { sql } from 'kysely';
import { tonerOptions } from '../../domain/site/capabilities.ts';
import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import type { Cell } from '../../domain/exports/columns.ts';
import { exporter } from '../exports/exporter.ts';
import type { Site } from '../kernel/app.ts';
import { outsideId } from '../kernel/ids.ts';
import { orderList } from './order.ts';
import { orderOf, tonerRows, type TonerFilter, type TonerRow } from './rows.ts';
import { filterOf, presentRow, tonerQuery } from './schemas.ts';
import { orderQuery } from './routes.ts';

function conditionsOf({ state, withinDays, colour, groupId, withoutManager }: TonerFilter) {
  return {
    state,
    within: withinDays,
    colour,
    group: groupId && (groupId === 'none' ? 'none' : outsideId('deviceGroup', groupId)),
    manager: withoutManager ? 'none' : null,
  };
}

/** Levels and expected dates as a file. */
export const tonerExporter = exporter({
  kind: 'toner',
  summary: 'The supplies of devices with their levels and when they will be empty',
  permission: 'toner:read',
  query: tonerQuery,
  problems: [],
  open: async ({ app, site, scope, language, query }) => {
    const filter = filterOf(query);
    const wanted = sql<TonerRow>`select * from (${tonerRows(site, scope, filter)}) a order by ${orderOf(query.sort)}`;
    return {
      conditions: conditionsOf(filter),
      columns: [
        { key: 'name', kind: 'text' },
        { key: 'serial', kind: 'code' },
        { key: 'model', kind: 'code' },
        { key: 'building', kind: 'text' },
        { key: 'place', kind: 'text' },
        { key: 'group', kind: 'text' },
        { key: 'supply', kind: 'text' },
        { key: 'order', kind: 'code' },
        { key: 'level', kind: 'integer' },
        { key: 'at', kind: 'instant' },
        { key: 'emptyOn', kind: 'date' },
        { key: 'earliest', kind: 'date' },
        { key: 'latest', kind: 'date' },
        { key: 'remark', kind: 'text' },
        { key: 'refilledOn', kind: 'date' },
        { key: 'manager', kind: 'text' },
        { key: 'managerMail', kind: 'text' },
      ],
      async *rows(read) {
        const cells = cellsFor(site, language);
        for await (const batch of read<TonerRow>({ compile: () => wanted.compile(app.db) })) yield batch.map(cells);
      },
    };
  },
});

function cellsFor(site: Site, language: Language): (row: TonerRow) => Cell[] {
  const say = translatorFor(language, 'headings');
  return (row) => {
    const shown = presentRow(site, row);
    const { forecast } = shown;
    const known = forecast.kind === 'day' ? forecast : null;
    const remarks = [
      ...(shown.low ? [say('toner-words.low', { percent: tonerOptions(site).lowAt })] : []),
      ...(forecast.kind === 'unknown' ? [say(`toner-words.${forecast.reason}`)] : []),
    ];
    return [
      shown.name,
      shown.serial,
      shown.model,
      shown.building || null,
      shown.place || null,
      shown.group,
      shown.supplyName[language],
      shown.order,
      shown.level,
      row.at?.getTime() ?? null,
      known?.day ?? null,
      known?.earliest ?? null,
      known?.latest ?? null,
      remarks.join(language === 'ja' ? '、' : ', ') || null,
      shown.refilledOn,
      shown.manager?.name ?? null,
      shown.manager?.mail ?? null,
    ];
  };
}

/** What to order as a file. */
export const tonerOrderExporter = exporter({
  kind: 'toner-order',
  summary: 'What toner and ink to order, by model and colour',
  permission: 'toner:read',
  query: orderQuery,
  problems: [],
  open: async ({ app, site, scope, language, query }) => {
    const filter = filterOf(query);
    return {
      conditions: { within: filter.withinDays, group: conditionsOf(filter).group },
      columns: [
        { key: 'model', kind: 'code' },
        { key: 'supply', kind: 'text' },
        { key: 'order', kind: 'code' },
        { key: 'pieces', kind: 'integer' },
        { key: 'low', kind: 'integer' },
        { key: 'soon', kind: 'integer' },
        { key: 'devices', kind: 'integer' },
      ],
      async *rows() {
        const items = await orderList(app, site, scope, filter);
        yield items.map(({ model, name, order, pieces, low, soon, devices }) => [
          model,
          name[language],
          order,
          pieces,
          low,
          soon,
          devices,
        ]);
      },
    };
  },
});
