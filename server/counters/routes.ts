import { firstDays, firstQuestion, readPeriod } from '../../domain/counters/periods.ts';
import { evenly } from '../kernel/evenly.ts';
import type { Site } from '../kernel/app.ts';
import { isProblem, platformProblem, type Problem } from '../kernel/http/problem.ts';
import { route } from '../kernel/http/route.ts';
import { organizationPath, pageQuery } from '../kernel/http/schemas.ts';
import { insideId } from '../kernel/ids.ts';
import { deviceAnswer } from './answer/device.ts';
import {
  deviceQuery,
  keptBy,
  periodQuery,
  readDeviceFilter,
  readQuestion,
  sortQuery,
  tabQuery,
  type DeviceFilter,
  type Question,
} from './answer/question.ts';
import { deviceTable, type Line, type TableRow } from './answer/table.ts';
import { correctionRoutes } from './corrections/routes.ts';
import { countedPlaces, placesOf } from './ledger/models.ts';
import { zoneOf } from './zones/zones.ts';
import { beginning, byDevice, byPeriod, devicePath, ofDevice, periodPath } from './schemas.ts';

const base = '/api/{site}/organizations/{organization}/counters';
const access = 'counters:read';
const problems = ['platform/malformed', 'platform/invalid-fields'] as const;

function saidOf({ by, kind, timeZone, asOf }: Question) {
  return { by, kind, timeZone, asOf: asOf.toISOString() };
}

type Wish = { question: Question; filter: DeviceFilter };

function readWish(
  site: Site,
  query: Parameters<typeof readQuestion>[1] & Parameters<typeof readDeviceFilter>[1],
  now: Date,
  timeZone: string,
): Wish | Problem {
  const question = readQuestion(site, query, now, timeZone);
  if (isProblem(question)) return question;
  const filter = readDeviceFilter(site, query);
  return isProblem(filter) ? filter : { question, filter };
}

const firstOf = ({ ofMonth, inMonth, values }: Line) => ({ ofMonth, inMonth, value: values[0] ?? null });

function presentOfPeriod({
  device,
  serial,
  model,
  type,
  name,
  building,
  place,
  group,
  figures,
  adjustments,
}: TableRow) {
  return { device, serial, model, type, name, building, place, group, figures: figures.flat(), adjustments };
}

const beginningQuery = periodQuery.extend({
  from: periodQuery.shape.from.optional(),
  to: periodQuery.shape.to.optional(),
});

const begin = route({
  operationId: 'checkCounterQuestion',
  method: 'get',
  path: `${base}/question`,
  summary: 'What can be asked for; with a beginning or an end it is looked at whether that makes sense',
  access,
  params: organizationPath,
  query: beginningQuery,
  status: 200,
  response: beginning,
  problems,
  handle: async ({ app, site, scope, query, now }) => {
    const { from, to } = query;
    const timeZone = await zoneOf(app.db, site, scope);
    if (from !== undefined || to !== undefined) {
      const question = readQuestion(site, { ...query, from: from ?? '', to: to ?? '' }, now, timeZone);
      if (isProblem(question)) return question;
    }
    const kept = keptBy(site, now, timeZone);
    const [month, day] = [firstQuestion(kept.today), firstDays(kept.today)];
    return {
      status: 200,
      body: {
        timeZone,
        ...kept,
        begin: { month: { from: month.from, to: month.to }, day: { from: day.from, to: day.to } },
      },
    };
  },
});

const list = route({
  operationId: 'listCounters',
  method: 'get',
  path: base,
  summary: 'What devices counted in total, devices in rows and periods in columns, with the totals over all pages',
  access,
  params: organizationPath,
  query: periodQuery.extend({ ...pageQuery.shape, ...deviceQuery, sort: sortQuery }),
  status: 200,
  response: byDevice,
  problems,
  handle: async ({ app, site, scope, query, now }) => {
    const wish = readWish(site, query, now, await zoneOf(app.db, site, scope));
    if (isProblem(wish)) return wish;
    const { sort, page, pageSize } = query;
    const { items, total, totals } = await deviceTable(app, site, scope, {
      ...wish,
      places: ['total'],
      sort,
      page,
      pageSize,
    });
    return {
      status: 200,
      body: {
        ...saidOf(wish.question),
        periods: wish.question.periods,
        items: items.map((item) => ({
          ...item,
          figures: item.figures.flat(),
          adjustments: item.adjustments.map(firstOf),
          total: item.total?.[0] ?? null,
        })),
        totals: totals && {
          figures: totals.figures.map(([value]) => value ?? null),
          firsts: totals.firsts.map(([first]) => first ?? false),
          adjustments: totals.adjustments.map(firstOf),
          total: totals.total[0] ?? null,
        },
        total,
        page,
        pageSize,
      },
    };
  },
});

const onePeriod = route({
  operationId: 'showCountersOfPeriod',
  method: 'get',
  path: `${base}/periods/{period}`,
  summary: 'What devices counted in one month or day, devices in rows and what is counted in columns',
  access,
  params: periodPath,
  query: periodQuery.omit({ from: true, to: true }).extend({
    ...pageQuery.shape,
    ...deviceQuery,
    sort: sortQuery,
    tab: tabQuery,
  }),
  status: 200,
  response: byPeriod,
  problems: ['platform/not-found', ...problems],
  handle: async ({ app, site, scope, params: { period }, query, now }) => {
    const { tab, sort, page, pageSize, ...asked } = query;
    // A period that nobody can write is an address that is not there.
    if (!readPeriod(asked.by, period).ok) return platformProblem('not-found');
    const wish = readWish(site, { ...asked, from: period, to: period }, now, await zoneOf(app.db, site, scope));
    if (isProblem(wish)) return wish;
    const columns = placesOf(countedPlaces(site), tab);
    const { items, total, totals } = await deviceTable(app, site, scope, {
      ...wish,
      places: columns,
      sort,
      page,
      pageSize,
    });
    return {
      status: 200,
      body: {
        ...saidOf(wish.question),
        period,
        columns,
        items: items.map((item) => presentOfPeriod(item)),
        totals: totals && {
          figures: totals.figures.flat(),
          firsts: totals.firsts.flat(),
          adjustments: totals.adjustments,
        },
        total,
        page,
        pageSize,
      },
    };
  },
});

const oneDevice = route({
  operationId: 'showCountersOfDevice',
  method: 'get',
  path: `${base}/devices/{device}`,
  summary: 'What one device counted over periods, newest first, in all its tabs as of one moment',
  access,
  params: devicePath,
  query: periodQuery,
  status: 200,
  response: ofDevice,
  problems: ['platform/not-found', ...problems],
  handle: async ({ app, site, scope, params: { device }, query, now }) =>
    evenly(async () => {
      const question = readQuestion(site, query, now, await zoneOf(app.db, site, scope));
      if (isProblem(question)) return question;
      const answer = await deviceAnswer(app, site, scope, insideId(device), question);
      return answer ? { status: 200, body: { ...saidOf(question), device, ...answer } } : platformProblem('not-found');
    }, isProblem),
});

export const counterRoutes = [...correctionRoutes, begin, onePeriod, oneDevice, list];
