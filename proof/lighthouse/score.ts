import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Cookie } from 'playwright-core';

export type Category = (typeof categories)[number];
export type Scored = {
  scores: Record<Category, number>;
  /** What cost points, and what was found there. */
  faults: string[];
};

export const categories = ['accessibility', 'best-practices'] as const;
/** Fewer audits than this say that it did not look. */
const auditsAtLeast = 25;
const foundShown = 3;
const paintWithinMs = 120_000;
const loadWithinMs = 30_000;
const triesMax = 4;

type Audit = {
  score: number | null;
  scoreDisplayMode: string;
  title: string;
  details?: { items?: { node?: { selector?: string }; description?: string }[] };
};
type Report = {
  finalDisplayedUrl: string;
  runtimeError?: { message: string };
  audits: Record<string, Audit>;
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
};
type Lighthouse = (url: string, flags: Record<string, unknown>) => Promise<{ lhr: Report } | undefined>;

/** Lighthouse opens its pages among those of nobody in particular; with these cookies they are somebody's. */
export async function giveCookies(port: number, cookies: readonly Cookie[]): Promise<void> {
  const browser = await chromium.connectOverCDP(`http://localhost:${port}`);
  const [nobody] = browser.contexts();
  if (!nobody) throw new Error('the browser has no context');
  await nobody.clearCookies();
  await nobody.addCookies([...cookies]);
  await browser.close();
}

/** Looks at a page as a phone shows it, in the browser that listens at `port`. `folder` is where Lighthouse is installed. */
export async function scorePage(folder: string, port: number, url: string): Promise<Scored> {
  for (let tries = 1; ; tries += 1) {
    const looked = await look(folder, port, url);
    if (typeof looked !== 'string') return looked;
    if (tries >= triesMax) throw new Error(`${url}: ${looked}`);
  }
}

/** What it found; a sentence where it saw no page, which on a busy machine comes later than it waits for. */
async function look(folder: string, port: number, url: string): Promise<Scored | string> {
  const file = pathToFileURL(join(folder, 'node_modules', 'lighthouse', 'core', 'index.js')).href;
  const { default: lighthouse } = (await import(file)) as { default: Lighthouse };
  const result = await lighthouse(url, {
    port,
    formFactor: 'mobile',
    onlyCategories: [...categories],
    logLevel: 'silent',
    disableStorageReset: true,
    // Nothing is timed here, so nothing is slowed down; pages with live updates never stop loading.
    throttlingMethod: 'provided',
    maxWaitForFcp: paintWithinMs,
    maxWaitForLoad: loadWithinMs,
  });
  if (!result) throw new Error(`${url}: Lighthouse says nothing`);
  const { lhr } = result;
  if (lhr.runtimeError) return lhr.runtimeError.message;
  // Above all to the login page, which would be scored in its place.
  if (new URL(lhr.finalDisplayedUrl).pathname !== new URL(url).pathname)
    throw new Error(`${url} leads on to ${lhr.finalDisplayedUrl}`);
  return readReport(lhr);
}

function readReport({ audits, categories: found }: Report): Scored | string {
  const refs = categories.flatMap((category) => found[category]?.auditRefs ?? []).filter(({ weight }) => weight > 0);
  const counted = refs.flatMap(({ id }) => {
    const audit = audits[id];
    return audit && audit.score !== null && audit.scoreDisplayMode !== 'notApplicable' ? [{ id, ...audit }] : [];
  });
  if (counted.length < auditsAtLeast) return `only ${counted.length} audits`;
  const faults = counted
    .filter(({ score }) => (score ?? 0) < 1)
    .map(({ id, title, details }) => {
      const places = (details?.items ?? []).flatMap(({ node, description }) => node?.selector ?? description ?? []);
      return [`${id}: ${title}`, ...places.slice(0, foundShown)].join(' | ');
    });
  const scoreOf = (category: Category) => Math.round((found[category]?.score ?? 0) * 100);
  return { scores: { accessibility: scoreOf('accessibility'), 'best-practices': scoreOf('best-practices') }, faults };
}
