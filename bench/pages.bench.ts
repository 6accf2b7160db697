import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { childServer } from '../proof/kit/child-server.ts';
import { prepareBrowser } from '../tools/test/browser-binary.ts';
import { launchBrowser } from '../tools/test/browser.ts';
import { median, medianRatio, rounded, tableOf } from './kit/figures.ts';

const pages = ['conference/login', 'ups/login', 'energy/login'];
const roundsDefault = 10;
const ratioMax = 2;

/** Run in the page: when its heading stands there, and when the last of what had been asked for before that had come. */
const watchHeading = `new MutationObserver((_, observer) => {
  if (!document.querySelector('h1')) return;
  window.shownAt = performance.now();
  observer.disconnect();
}).observe(document, { childList: true, subtree: true })`;
const readTimes = `({
  shown: window.shownAt,
  there: Math.max(...performance.getEntriesByType('resource')
    .filter(({ startTime }) => startTime < window.shownAt).map(({ responseEnd }) => responseEnd)),
})`;

type Times = { shown: number; there: number };

export const experiment: Experiment = {
  name: 'pages',
  summary:
    'Milliseconds until a page that the browser has in its cache shows its heading, against those until all that it needs has come',
  debianPackages: [],
  run: async ({ rounds, folder, say }) => {
    await buildWeb(say);
    await prepareBrowser(say);
    const server = await childServer({ dataDir: folder });
    const browser = await launchBrowser();
    try {
      server.spawn();
      await server.ready();
      const page = await (await browser.newPerson({ language: 'ja' })).newPage();
      await page.addInitScript({ content: watchHeading });
      const found = new Map<string, Times[]>(pages.map((path) => [path, []]));
      for (let round = -1; round < (rounds ?? roundsDefault); round += 1)
        for (const [path, times] of found) {
          await page.goto(`${server.url}/${path}`);
          await page.getByRole('heading', { level: 1 }).waitFor();
          const one = await page.evaluate<Times>(readTimes);
          if (round >= 0) times.push(one);
        }
      const row = (name: string, times: readonly Times[]) => {
        const [shown, there] = [times.map((one) => one.shown), times.map((one) => one.there)];
        return [name, Math.round(median(there)), Math.round(median(shown)), rounded(medianRatio(shown, there))];
      };
      const rows = [...found].map(([path, times]) => row(path, times));
      for (const line of tableOf(['', 'all there, ms', 'shown, ms', '÷'], rows)) say(line);
      const ratio = Math.max(...rows.map((one) => Number(one[3])));
      if (ratio > ratioMax) throw new Error(`shown after ${ratio} times as long; at most ${ratioMax} are allowed`);
      return { [`shown ÷ all there, slowest page (at most ${ratioMax})`]: ratio };
    } finally {
      await browser.close();
      await server.destroy();
    }
  },
};
