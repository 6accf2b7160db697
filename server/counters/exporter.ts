import { sql, type RawBuilder } from 'kysely';
import { marksIn, type Mark } from '../../domain/counters/marks.ts';
import type { CounterPlace } from '../../domain/counters/places.ts';
import { deviceOptions } from '../../domain/site/capabilities.ts';
import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import type { Words } from '../exports/copied-cells.ts';
import { exporter } from '../exports/exporter.ts';
import { findReach } from '../kernel/access.ts';
import type { Site } from '../kernel/app.ts';
import { isProblem } from '../kernel/http/problem.ts';
import { outsideIdSchema } from '../kernel/http/schemas.ts';
import { insideId, outsideId } from '../kernel/ids.ts';
import { modelOf } from './answer/device.ts';
import { catalogueFor, devicesIn, rowsOf } from './answer/devices.ts';
import {
  deviceQuery,
  periodQuery,
  readDeviceFilter,
  readQuestion,
  tabQuery,
  type Question,
} from './answer/question.ts';
import { countedPlaces, placesOf } from './ledger/models.ts';
import { notesOf } from './notes.ts';
import { paperChoice } from './paper/choice.ts';
import { displayedPlaces, othersIn } from './paper/others.ts';
import { headingsOf } from './words.ts';
import { zoneOf } from './zones/zones.ts';

const ordinalAt = (index: number) => `o${index}`;

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
    const question = readQuestion(site, asked, app.clock.now(), await zoneOf(app.db, site, scope));
    if (isProblem(question)) return question;
    const filter = readDeviceFilter(site, { group, type });
    if (isProblem(filter)) return filter;
    const model = device === undefined ? null : await modelOf(app.db, scope, insideId(device));
    const places = placesOf(countedPlaces(site, model), tab);
    const { sizes } = (await paperChoice(app.db, site, scope)).body;
    const { alone } = await findReach(app.db, scope, null);
    const only = device === undefined ? sql`` : sql`where d.device_id = ${insideId(device)}`;
    // Where its model has what is counted stands with each device: looked up once, not for each of its rows.
    const ordinals = sql.join(
      places.map((_, index) => sql`c.o[${sql.lit(index + 1)}] as ${sql.ref(ordinalAt(index))}`),
    );
    const devices = sql`
      select d.*, ${ordinals} from (${devicesIn(scope, filter, question, alone)}) d
      left join (${catalogueFor(site, places)}) c on c.model = d.model ${only}`;
    const countedAt = (place: CounterPlace) => valueOf(question, place, places.indexOf(place));
    const rest = othersIn(places, sizes, countedAt);
    // Mostly nothing came late: that is asked once, not for each device.
    const known = await sql<{ others: boolean; late: boolean }>`
      select exists (select from (${devices}) d ${figuresEach(question, false)} where ${rest ?? sql`0`} <> 0) as others,
        exists (${lateIn(question)}) as late`.execute(app.db);
    const { others, late } = known.rows[0] ?? { others: false, late: false };
    const shown = displayedPlaces(places, sizes);
    const heading = headingsOf(site, language);
    const marks = sql.join(shown.map((place) => sql`f.marks${ordinalOf(places.indexOf(place))}`));
    const numbers = [...shown.map(countedAt), ...(others && rest ? [rest] : [])].map(
      (number) => sql`(${number})::bigint`,
    );
    const period = question.by === 'month' ? sql`left(f.period::text, 7)` : sql`f.period`;
    // Rows come in order as devices do, and each device's figures: all rows together would not fit into memory, and a month alone does.
    const figures = isOneMonth(question)
      ? sql`(${devices}) d ${figuresAtOnce(question, late)} order by d.sorted, d.registration_id, f.of_month nulls first`
      : sql`(${devices} order by d.sorted, d.registration_id offset 0) d ${figuresEach(question, late)}`;
    const wanted = sql`
      select d.name, d.serial, d.model, d.building, d.place, d.group_name, ${period}, ${sql.join(numbers)},
        case when f.marks is not null or f.of_month is not null then concat(f.of_month, ';', array_to_string(array[${marks}]::smallint[], ',')) end
      from ${figures}`;
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
      notes: notesOf(site, language, question, places),
      columns: [
        { key: 'name', kind: 'text' },
        { key: 'serial', kind: 'code' },
        { key: 'model', kind: 'code' },
        { key: 'building', kind: 'text' },
        { key: 'place', kind: 'text' },
        { key: 'group', kind: 'text' },
        { key: 'period', kind: question.by === 'day' ? 'date' : 'text' },
        {
          key: 'figures',
          kind: 'integers',
          of: [...shown, ...(others ? ['others'] : [])],
          headings: Object.fromEntries(shown.map((place) => [place, heading(place)])),
        },
        { key: 'marks', kind: 'text' },
      ],
      cells: { query: { compile: () => wanted.compile(app.db) }, words: wordsFor(site, language, question) },
    };
  },
});

const ordinalOf = (index: number) => sql`[${sql.ref(`d.${ordinalAt(index)}`)}]`;

/** What a row of a device `d` has at a place; sizes of paper are kept by day for a shorter time: before, there is no figure. */
function valueOf({ by, firstPaperDay }: Question, place: CounterPlace, index: number): RawBuilder<unknown> {
  const value = sql`f.counted${ordinalOf(index)}`;
  return by === 'day' && place.startsWith('paper')
    ? sql`case when f.period >= ${firstPaperDay}::date then ${value} end`
    : value;
}

const isOneMonth = ({ by, periods }: Question) => by === 'month' && periods.length === 1;

/** What came after months were closed, in the months asked for: only usage by month has such lines. */
function lateIn({ by, kind, periods }: Question): RawBuilder<unknown> {
  const months = sql`between ${`${periods[0]}-01`}::date and ${`${periods.at(-1)}-01`}::date`;
  return sql`
    select a.site_id, a.registration_id, a.in_month as period, a.of_month, a.usage as counted, null::smallint[] as marks
    from counter_adjustments a where ${by === 'month' && kind === 'usage' ? sql`a.in_month ${months}` : sql`false`}`;
}

/** The figures `f` of each device `d`, one device after the other; `late`: with what came late. */
function figuresEach(question: Question, late: boolean): RawBuilder<unknown> {
  const key = sql.ref(question.by === 'month' ? 'm.month' : 'm.day');
  const lines = sql`
    union all select l.period, l.of_month, l.counted, l.marks from (${lateIn(question)}) l
    where l.site_id = d.site_id and l.registration_id = d.registration_id order by period, of_month nulls first`;
  return sql`cross join lateral (
    select ${key} as period, null::date as of_month, ${countedIn(question)} as counted, m.marks from (select 1) one ${rowsOf(question)}
    ${late ? lines : sql`order by period`}) f`;
}

/** The same for a single month of all devices, which is read as it lies. */
function figuresAtOnce(question: Question, late: boolean): RawBuilder<unknown> {
  const month = sql`
    select m.site_id, m.registration_id, m.month as period, null::date as of_month, ${countedIn(question)} as counted, m.marks
    from counter_months m where m.month = ${`${question.periods[0]}-01`}::date`;
  return sql`join (${month} ${late ? sql`union all ${lateIn(question)}` : sql``}) f
    on f.site_id = d.site_id and f.registration_id = d.registration_id`;
}

const countedIn = ({ kind }: Question) => sql.ref(kind === 'usage' ? 'm.usage' : 'm.lasts');

/** What people read for a model, and for what is to be known of a row's figures: the month for which they came late, and their marks. */
function wordsFor(site: Site, language: Language, { kind }: Question): Record<string, Words> {
  const word = translatorFor(language, 'headings');
  const models = new Map(deviceOptions(site).models.map(({ id, name }) => [id, name[language]]));
  return {
    model: (model) => models.get(model) ?? model,
    marks: (found) => {
      const [ofMonth = '', numbers = ''] = found.split(';');
      const words = kind === 'usage' ? marksOf(numbers).map((mark) => word(`counter-marks.${mark}`)) : [];
      if (ofMonth !== '') words.push(word('counter-marks.adjustment', { month: ofMonth.slice(0, 7) }));
      return words.join(language === 'ja' ? '、' : ', ');
    },
  };
}

/** The marks of all figures of a row, each once. */
function marksOf(numbers: string): Mark[] {
  return marksIn(numbers.split(',').reduce((all, one) => all | Number(one), 0));
}
