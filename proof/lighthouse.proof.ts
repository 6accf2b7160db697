import type { Experiment, Figures } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { lockedPackages } from '../tools/locked-packages.ts';
import { prepareBrowser } from '../tools/test/browser-binary.ts';
import { launchBrowser } from '../tools/test/browser.ts';
import { withDemo } from '../tools/test/demo.ts';
import { freePort } from './kit/child-server.ts';
import { categories, giveCookies, scorePage } from './lighthouse/score.ts';
import { findPages, type PageToScore } from './lighthouse/walk.ts';

const scoreAtLeast = 95;
const kindsOfEach = ['login', 'home', 'list', 'detail'] as const;

export const experiment: Experiment = {
  name: 'lighthouse',
  summary:
    'Lighthouse on a phone: login, home, a list and a detail of each portal have 95 and more in accessibility and best practices',
  debianPackages: [],
  run: async ({ say }) => {
    await buildWeb(say);
    await prepareBrowser(say);
    const folder = lockedPackages('lighthouse', say);
    const port = await freePort();
    const browser = await launchBrowser('bare', [`--remote-debugging-port=${port}`]);
    try {
      return await withDemo(async ({ sites }) => {
        const worst = { accessibility: 100, 'best-practices': 100 };
        const faults: string[] = [];
        let scored = 0;
        for (const site of sites) {
          const { pages, cookies } = await findPages(browser, site);
          const missing = kindsOfEach.filter((kind) => pages.every((page) => page.kind !== kind));
          if (missing.length > 0) throw new Error(`${site.name} has no page of the kind ${missing.join(', ')}`);
          for (const page of pages) {
            await giveCookies(port, page.kind === 'login' ? [] : cookies);
            const found = await scorePage(folder, port, page.url);
            say(
              lineOf(
                page,
                categories.map((category) => found.scores[category]),
              ),
            );
            for (const fault of found.faults) say(`    ${fault}`);
            for (const category of categories) {
              const score = found.scores[category];
              worst[category] = Math.min(worst[category], score);
              if (score < scoreAtLeast) faults.push(`${page.url}: ${category} ${score}`);
            }
            scored += 1;
          }
        }
        if (faults.length > 0) throw new Error(`below ${scoreAtLeast}:\n${faults.join('\n')}`);
        return figuresOf(sites.length, scored, worst);
      });
    } finally {
      await browser.close();
    }
  },
};

function lineOf({ site, kind, url }: PageToScore, scores: number[]): string {
  const path = new URL(url).pathname.replaceAll(/_[0-9a-z]{20,}/g, '_…');
  return `${scores.map((score) => String(score).padStart(3)).join(' ')}  ${site}, ${kind}: ${path}`;
}

function figuresOf(portals: number, pages: number, worst: Record<(typeof categories)[number], number>): Figures {
  return {
    portals,
    'pages on a phone': pages,
    'least score of accessibility': worst.accessibility,
    'least score of best practices': worst['best-practices'],
  };
}
