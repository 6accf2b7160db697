import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { findBrowser, type BrowserKind } from './browser-binary.ts';
import { waitKeenly } from './keen-waits.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type TestBrowser = {
  /** A person with a browser of their own: no cookies, no history. */
  newPerson: (options?: PersonOptions) => Promise<BrowserContext>;
  close: () => Promise<void>;
};

export type PersonOptions = {
  language?: 'ja' | 'en';
  width?: number;
  height?: number;
  dark?: boolean;
  noScript?: boolean;
};

/** Starts the browser that is there; `prepare-browser.ts` has seen to it that one is. `more` are flags for what it shall believe to have. */
export async function launchBrowser(kind: BrowserKind = 'bare', more: readonly string[] = []): Promise<TestBrowser> {
  const { executablePath, env } = findBrowser(kind);
  const home = mkdtempSync(join(tmpdir(), 'engawa-browser-'));
  const browser = await chromium.launch({
    executablePath,
    args: [...flags, ...more],
    headless: true,
    // Its caches and crash reports go into a folder that goes away with it; names of files are told as they are only in UTF-8.
    env: {
      ...definedOnly(process.env),
      ...env,
      LC_ALL: 'C.UTF-8',
      HOME: home,
      XDG_CONFIG_HOME: home,
      XDG_CACHE_HOME: home,
    },
  });
  return {
    newPerson: async (options = {}) => {
      const context = await browser.newContext({
        locale: options.language === 'en' ? 'en-GB' : 'ja-JP',
        timezoneId: 'Asia/Tokyo',
        viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
        colorScheme: options.dark ? 'dark' : 'light',
        javaScriptEnabled: !options.noScript,
        reducedMotion: 'reduce',
      });
      context.on('page', waitKeenly);
      return context;
    },
    close: async () => {
      await browser.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
