import { addMonths } from '../../domain/counters/civil.ts';
import { counterTabNames, type CounterPlace, type CounterTab } from '../../domain/counters/places.ts';
import type { Cell } from '../../domain/exports/columns.ts';
import { monthsShown } from '../../domain/monthly-reports/schedule.ts';
import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import { zoneOf } from '../counters/zones/zones.ts';
import { readQuestion, type Question } from '../counters/answer/question.ts';
import { deviceTable, type Figure, type Line, type TableRow, type Totals } from '../counters/answer/table.ts';
import { countedPlaces, placesOf } from '../counters/ledger/models.ts';
import { headingsOf, speaksOfSheets } from '../counters/words.ts';
import type { App, Site } from '../kernel/app.ts';
import { isProblem } from '../kernel/http/problem.ts';
import type { Scope } from '../kernel/session.ts';
import { mailInstant } from '../mail/compose.ts';

/** Devices of which a report has rows; of more the portal has the files. */
export const reportDevicesMax = 10_000;
const rowsAtOnce = 2_000;

/** `left`: texts, which stand before the figures. `always`: columns that are there on paper as well where nothing stands in them. */
export type ReportTable = { title: string; headings: string[]; left: number; always: number[]; rows: Cell[][] };

/** What a report has, in words and figures, for whatever file. The first row of each table is the total over all devices. */
export type Report = {
  title: string;
  facts: [name: string, value: string][];
  tables: ReportTable[];
  notes: string[];
  devices: number;
  /** Of all devices in the month, and in the one before it; null is no reading. */
  total: number | null;
  before: number | null;
};

export type Wish = {
  language: Language;
  organization: string;
  /** Whose devices: of one group, or all. */
  group: { id: string; name: string } | null;
  /** The month that it is about. */
  month: string;
};

type Table = { items: TableRow[]; totals: Totals | null; total: number };

export function monthWords(month: string, language: Language): string {
  const day = new Date(`${month}-01T00:00:00Z`);
  return new Intl.DateTimeFormat(language, { timeZone: 'UTC', year: 'numeric', month: 'long' }).format(day);
}

/** Gathers the figures of a report (C-13): the same as the pages show, out of the same answers. */
export async function makeReport(app: App, site: Site, scope: Scope, wish: Wish): Promise<Report> {
  const { language, month, group } = wish;
  const say = sayAt(site, language);
  const timeZone = await zoneOf(app.db, site, scope);
  const overview = ask(site, addMonths(month, 1 - monthsShown), month, scope.now, timeZone);
  const inMonth = ask(site, month, month, scope.now, timeZone);
  const places = placesOf(countedPlaces(site), undefined);
  const wide = await allRows(app, site, scope, overview, ['total'], group?.id ?? null);
  const deep = await allRows(app, site, scope, inMonth, places, group?.id ?? null);
  const tabs = counterTabNames.map((tab) => tabTable(site, wish, deep, places, tab));
  return {
    title: say('monthly-report.title', { month: monthWords(month, language) }),
    facts: factsOf(site, wish, overview),
    tables: [
      overviewTable(site, wish, overview, wide),
      ...tabs.filter(({ headings, left }) => headings.length > left + 2),
    ],
    notes: ['use', 'missing', 'late', ...(wide.total > reportDevicesMax ? ['many'] : [])].map((note) =>
      say(`monthly-report.notes.${note}`, { max: reportDevicesMax }),
    ),
    devices: wide.total,
    total: wide.totals?.figures.at(-1)?.[0] ?? null,
    before: wide.totals?.figures.at(-2)?.[0] ?? null,
  };
}

/** The words of a report, without sheets where the site counts none. */
function sayAt(site: Site, language: Language): ReturnType<typeof translatorFor> {
  return translatorFor(language, 'sheets', { sheets: speaksOfSheets(site) });
}

function ask(site: Site, from: string, to: string, now: Date, timeZone: string): Question {
  const question = readQuestion(site, { by: 'month', from, to, kind: 'usage' }, now, timeZone);
  if (isProblem(question)) throw new Error(`the months ${from} to ${to} cannot be asked for`);
  return question;
}

async function allRows(
  app: App,
  site: Site,
  scope: Scope,
  question: Question,
  places: readonly CounterPlace[],
  groupId: string | null,
): Promise<Table> {
  const wish = { question, places, filter: { groupId, type: null }, sort: undefined, pageSize: rowsAtOnce };
  const { items, total, totals } = await deviceTable(app, site, scope, { ...wish, page: 1 });
  const all = [...items];
  for (let page = 2; all.length < Math.min(total, reportDevicesMax); page += 1) {
    const more = await deviceTable(app, site, scope, { ...wish, page });
    if (more.items.length === 0) break;
    all.push(...more.items);
  }
  return { items: all.slice(0, reportDevicesMax), total, totals };
}

function factsOf(
  site: Site,
  { language, organization, group }: Wish,
  { timeZone, asOf }: Question,
): [string, string][] {
  const say = translatorFor(language, 'sheets');
  const name = (key: string) => say(`monthly-report.facts.${key}`);
  return [
    [name('organization'), organization],
    [name('devices'), group?.name ?? say('monthly-report.all')],
    [name('asOf'), mailInstant(asOf, language, timeZone)],
    [name('site'), site.name[language]],
  ];
}

const textHeadings = ['name', 'serial', 'place', 'group'] as const;

function textsOf({ name, serial, building, place, group }: TableRow): Cell[] {
  return [name, serial, [building, place].filter(Boolean).join(' '), group?.name ?? ''];
}

function overviewTable(site: Site, { language }: Wish, { periods }: Question, { items, totals }: Table): ReportTable {
  const say = sayAt(site, language);
  const heading = (key: string) => say(`monthly-report.headings.${key}`);
  const late = (lines: readonly Line[]) => sum(lines.map(({ values }) => values[0] ?? null));
  const row = (
    texts: Cell[],
    one: { figures: (number | null)[]; adjustments: Line[]; total: number | null },
    words: string,
  ) => [...texts, one.total, ...one.figures, late(one.adjustments), words];
  const total = {
    figures: totals?.figures.map(([value]) => value ?? null) ?? [],
    adjustments: totals?.adjustments ?? [],
    total: totals?.total[0] ?? null,
  };
  return {
    title: say('monthly-report.overview'),
    headings: [
      ...textHeadings.map(heading),
      heading('total'),
      ...periods.map((period) => monthWords(period, language)),
      heading('late'),
      heading('remarks'),
    ],
    left: textHeadings.length,
    always: [0, 1, ...[0, ...periods].map((_, at) => textHeadings.length + at)],
    rows: [
      row([say('monthly-report.sum'), '', '', ''], total, ''),
      ...items.map((item) =>
        row(
          textsOf(item),
          { ...item, figures: item.figures.map(([figure]) => figure?.value ?? null), total: item.total?.[0] ?? null },
          periods.flatMap((period, at) => remarkOf(language, item.figures[at]?.slice(0, 1) ?? [], period)).join(' / '),
        ),
      ),
    ],
  };
}

function tabTable(
  site: Site,
  { language }: Wish,
  { items, totals }: Table,
  places: readonly CounterPlace[],
  tab: CounterTab,
): ReportTable {
  const say = sayAt(site, language);
  const heading = headingsOf(site, language);
  const shown = placesOf(places, tab).map((place) => ({ place, at: places.indexOf(place) }));
  const left = textHeadings.slice(0, 2);
  return {
    title: say(`monthly-report.tabs.${tab}`),
    headings: [
      ...left.map((key) => say(`monthly-report.headings.${key}`)),
      ...shown.map(({ place }) => heading(place)),
      say('monthly-report.headings.remarks'),
    ],
    left: left.length,
    always: [0, 1, left.length],
    rows: [
      [say('monthly-report.sum'), '', ...shown.map(({ at }) => totals?.figures[0]?.[at] ?? null), ''],
      ...items.map((item) => [
        ...textsOf(item).slice(0, left.length),
        ...shown.map(({ at }) => item.figures[0]?.[at]?.value ?? null),
        remarkOf(
          language,
          shown.flatMap(({ at }) => item.figures[0]?.[at] ?? []),
          null,
        ).join(' / '),
      ]),
    ],
  };
}

/** What is to be known of figures, in words and each once: since installation, covers a gap, new run. */
function remarkOf(language: Language, figures: readonly Figure[], period: string | null): string[] {
  const word = translatorFor(language, 'headings');
  const marks = [...new Set(figures.flatMap(({ marks: some }) => some))].map((mark) => word(`counter-marks.${mark}`));
  if (marks.length === 0) return [];
  const words = marks.join(language === 'ja' ? '、' : ', ');
  return [period === null ? words : `${monthWords(period, language)}: ${words}`];
}

function sum(values: readonly (number | null)[]): number | null {
  const there = values.filter((value) => value !== null);
  return there.length > 0 ? there.reduce((all, one) => all + one, 0) : null;
}
