import { z } from 'zod';

export const counterUnits = ['impressions', 'sheets', 'area', 'uses'] as const;
export type CounterUnit = (typeof counterUnits)[number];
export const counterFunctions = ['copy', 'receive', 'print', 'scan', 'scanSend'] as const;
export const counterColours = ['colour', 'mono'] as const;
export const counterSizes = ['large', 'small'] as const;
export const counterDuties = ['A', 'B', 'C', 'D'] as const;
export const paperSizes = [
  'A2',
  'A3',
  'A4',
  'A5',
  'A6',
  'B4',
  'B5',
  'B6',
  'Ledger',
  'Legal',
  'Letter',
  'Statement',
  'Postcard',
  'Envelope',
] as const;
export type PaperSize = (typeof paperSizes)[number];

const mains = ['total', 'colour', 'mono', 'scan', 'colourLarge', 'colourSmall', 'monoLarge', 'monoSmall'] as const;
const modes = ['colourCopy', 'colourPrint', 'monoCopy', 'monoPrint'] as const;
const functions = ['copy', 'receive', 'print', 'scanSend', 'duplex'] as const;
const duties = ['dutyA', 'dutyB', 'dutyC', 'dutyD'] as const;
const papers = paperSizes.map((size) => `paper${size}` as const);

/** What every site knows of what can be counted. */
export const counterPlaces = [...mains, ...duties, ...papers, ...modes, ...functions] as const;
export type KnownPlace = (typeof counterPlaces)[number];
/** What a site's data alone know: by the code of the counter, so that models that use the same one share a column. */
export type OwnPlace = `own:${string}`;
/** What a counter counts, as one word: its place on the pages, the same for every model. */
export type CounterPlace = KnownPlace | OwnPlace;

/** The tabs that every site may have (C-06, C-07) with their columns in order; each begins with the device's own total. */
export const counterTabs = {
  counters: [...mains, ...duties],
  paper: ['total', ...papers],
  'colour-mode': ['total', ...modes],
  function: ['total', ...functions],
} as const satisfies Record<string, readonly KnownPlace[]>;
/** The last one has what the site's data alone know. */
export const counterTabNames = ['counters', 'paper', 'colour-mode', 'function', 'own'] as const;
export type CounterTab = (typeof counterTabNames)[number];

/** What a model's data say of what a counter counts; without a dimension it is one of the site's own. */
export const counterDimensions = {
  counts: z
    .enum(counterUnits)
    .optional()
    .describe(
      'What one of it is; of an area and of uses `unit` says which. Impressions, or uses of a counter without a dimension',
    ),
  total: z.boolean().optional().describe("Whether it is the device's own total, which nobody adds up"),
  function: z.enum(counterFunctions).optional().describe('Counts only this function'),
  colour: z.enum(counterColours).optional().describe('Counts only this colour'),
  size: z.enum(counterSizes).optional().describe('Counts only this class of sizes'),
  duplex: z
    .boolean()
    .optional()
    .describe('Whether it counts sheets printed on both sides, which stand in the total too'),
  paper: z.enum(paperSizes).optional().describe('Counts only this size of paper'),
  duty: z.enum(counterDuties).optional().describe('Counts only this duty of a large-format device'),
};

export type Dimensions = {
  total?: boolean | undefined;
  function?: (typeof counterFunctions)[number] | undefined;
  colour?: (typeof counterColours)[number] | undefined;
  size?: (typeof counterSizes)[number] | undefined;
  duplex?: boolean | undefined;
  paper?: PaperSize | undefined;
  duty?: (typeof counterDuties)[number] | undefined;
};

/** The place of a counter by its dimensions, or by its code where it has none; undefined for a combination that has no place (C-06). */
export function placeOf({ code, ...counter }: Dimensions & { code: string }): CounterPlace | undefined {
  const said = wordsOf(counter);
  const [first, second, third] = said;
  if (first === undefined) return `own:${code}`;
  if (third !== undefined) return undefined;
  // Of two, one is the colour, whose name comes first: colourLarge, monoCopy.
  if (second !== undefined && counter.colour === undefined) return undefined;
  const word = second === undefined ? first : `${first}${second.charAt(0).toUpperCase()}${second.slice(1)}`;
  return counterPlaces.find((place) => place === word);
}

export function isOwn(place: string): place is OwnPlace {
  return place.startsWith('own:');
}

function wordsOf({ colour, function: what, size, paper, duty, duplex, total }: Dimensions): string[] {
  const words = [colour, what, size, paper && `paper${paper}`, duty && `duty${duty}`];
  return [...words, duplex && 'duplex', total && 'total'].filter((word) => typeof word === 'string');
}

/** Which ordinal of a model counts what; ordinals begin with 0. */
export type Catalogue = ReadonlyMap<CounterPlace, number>;

/** The places of a model's counters, whose order is that of their ordinals. */
export function catalogueOf(counters: readonly (Dimensions & { code: string })[]): Catalogue {
  return new Map(
    counters.flatMap((counter, ordinal) => {
      const place = placeOf(counter);
      return place ? [[place, ordinal] as const] : [];
    }),
  );
}

/** The columns of a tab, out of what is counted: places that all sites know in the order of the tab, own ones in theirs. */
export function columnsOf(tab: CounterTab, counted: Iterable<CounterPlace>): CounterPlace[] {
  const all = [...new Set(counted)];
  if (tab === 'own') return [...all.filter((place) => place === 'total'), ...all.filter(isOwn)];
  return counterTabs[tab].filter((place) => all.includes(place));
}

/**
 * The tabs that say anything of what is counted (C-06): one that has the total alone says nothing that another does not. There is
 * always one, the first of all where nothing else is counted.
 */
export function tabsOf(counted: Iterable<CounterPlace>): CounterTab[] {
  const all = [...counted];
  const tabs = counterTabNames.filter((tab) => columnsOf(tab, all).some((place) => place !== 'total'));
  return all.some(isOwn) || tabs.includes('counters') ? tabs : ['counters', ...tabs];
}
