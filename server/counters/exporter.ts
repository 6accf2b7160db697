import { sql } from 'kysely';
import type { Cell } from '../../domain/exports/columns.ts';
import { marksIn } from '../../domain/counters/marks.ts';
import type { CounterPlace } from '../../domain/counters/places.ts';
import { deviceOptions } from '../../domain/site/capabilities.ts';
import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import { exporter } from '../exports/exporter.ts';
import type { Site } from '../kernel/app.ts';
import { isProblem } from '../kernel/http/problem.ts';
import { outsideIdSchema } from '../kernel/http/schemas.ts';
import { insideId, outsideId } from '../kernel/ids.ts';
import { catalogueFor, devicesIn, rowsOf } from './answer/devices.ts';
import {
  deviceQuery,
  periodQuery,
  placesOf,
  readDeviceFilter,
  readQuestion,
  tabQuery,
  type Question,
} from './answer/question.ts';
import { countersOf } from './ledger/models.ts';

type Found = {
  name: string;
  serial: string;
  model: string;
  building: string;
  place: string;
  groupName: string | null;
  period: string;
  ofMonth: string | null;
  v: (number | null)[];
  k: (number | null)[] | null;
};

/** What an answer of C-05 to C-07 has, as a file: a row for each device and period, and one for each adjustment. */
export const counterExporter = exporter({
  kind: 'counters',
  summary: 'What devices counted: a row for each device and period, with the same conditions as the pages',
  permission: 'counters:read',
  query: periodQuery.extend({
    ...deviceQuery,
    tab: tabQuery,
    device: outsideIdSchema('device').optional().describe('Only this device'),
  }),
  problems: ['platform/malformed', 'platform/invalid-fields'],
  open: async ({ app, site, scope, language, query }) => {
    const { tab, device, group, type, ...asked } = query;
    const question = readQuestion(site, asked, app.clock.now());
    if (isProblem(question)) return question;
    const filter = readDeviceFilter(site, { group, type });
    if (isProblem(filter)) return filter;
    const counted = new Set(deviceOptions(site).models.flatMap(({ id }) => [...countersOf(site, id).catalogue.keys()]));
    const places = placesOf(tab).filter((place) => counted.has(place));
    const present = presenter(site, language, question);
    const devices = devicesIn(scope, filter, question);
    const only = device === undefined ? sql`` : sql`where d.device_id = ${insideId(device)}`;
    return {
      conditions: {
        by: question.by,
        from: asked.from,
        to: asked.to,
        kind: question.kind,
        tab: tab ?? null,
        group: filter.groupId && (filter.groupId === 'none' ? 'none' : outsideId('deviceGroup', filter.groupId)),
        type: filter.type,
        device: device ?? null,
      },
      columns: [
        { key: 'name', kind: 'text' },
        { key: 'serial', kind: 'code' },
        { key: 'model', kind: 'code' },
        { key: 'building', kind: 'text' },
        { key: 'place', kind: 'text' },
        { key: 'group', kind: 'text' },
        { key: 'period', kind: question.by === 'day' ? 'date' : 'text' },
        ...places.map((place) => ({ key: place, kind: 'integer' as const })),
        { key: 'marks', kind: 'text' },
      ],
      async *rows(read) {
        // Without "offset 0" each device would be put in its order anew for each of its rows.
        const wanted = sql<Found>`
          select d.name, d.serial, d.model, d.building, d.place, d.group_name as "groupName", f.period::text as period,
            f.of_month::text as "ofMonth", f.v, f.k
          from (select d.*, c.o from (${devices}) d left join (${catalogueFor(site, places)}) c on c.model = d.model ${only} offset 0) d
          cross join lateral (${figuresFor(question, places)}) f
          order by d.sorted, d.registration_id, f.period, f.of_month nulls first`;
        for await (const batch of read<Found>({ compile: () => wanted.compile(app.db) })) yield batch.map(present);
      },
    };
  },
});

/** The figures of one device `d`: its periods, and in months of usage what came after others were closed. */
function figuresFor(question: Question, places: readonly CounterPlace[]) {
  const { by, kind, periods, firstPaperDay } = question;
  const source = sql.ref(kind === 'usage' ? 'm.usage' : 'm.lasts');
  const at = (index: number) => sql`[d.o[${sql.lit(index + 1)}]]`;
  const values = places.map((place, index) =>
    by === 'day' && place.startsWith('paper')
      ? sql`case when m.day >= ${firstPaperDay}::date then ${source}${at(index)} end`
      : sql`${source}${at(index)}`,
  );
  const key = sql.ref(by === 'month' ? 'm.month' : 'm.day');
  const kept = sql`
    select ${key} as period, null::date as of_month, array[${sql.join(values)}]::float8[] as v,
      array[${sql.join(places.map((_, index) => sql`m.marks${at(index)}`))}]::float8[] as k
    from (select 1) one ${rowsOf(question)}`;
  if (by === 'day' || kind === 'cumulative') return kept;
  return sql`${kept} union all
    select a.in_month, a.of_month, array[${sql.join(places.map((_, index) => sql`a.usage${at(index)}`))}]::float8[], null
    from counter_adjustments a where a.site_id = d.site_id and a.registration_id = d.registration_id
      and a.in_month between ${`${periods[0]}-01`}::date and ${`${periods.at(-1)}-01`}::date`;
}

function presenter(site: Site, language: Language, { by, kind }: Question): (found: Found) => Cell[] {
  const word = translatorFor(language, 'headings');
  const models = new Map(deviceOptions(site).models.map(({ id, name }) => [id, name[language]]));
  return ({ name, serial, model, building, place, groupName, period, ofMonth, v, k }) => {
    const marks = kind === 'usage' ? marksIn((k ?? []).reduce<number>((all, one) => all | (one ?? 0), 0)) : [];
    const words = marks.map((mark) => word(`counter-marks.${mark}`));
    if (ofMonth !== null) words.push(word('counter-marks.adjustment', { month: ofMonth.slice(0, 7) }));
    const shown = by === 'month' ? period.slice(0, 7) : period;
    return [
      name,
      serial,
      models.get(model) ?? model,
      building || null,
      place || null,
      groupName,
      shown,
      ...v,
      words.join(language === 'ja' ? '、' : ', ') || null,
    ];
  };
}
