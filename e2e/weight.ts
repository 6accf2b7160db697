import type { TestBrowser } from '../tools/test/browser.ts';
import { openLogin, sitDown } from './people.ts';

export type Weight = { bytes: number; requests: number; encodings: Record<string, number> };

/** What comes over the wire, headers included, until somebody new to a site can type their login ID. */
export async function weighLoginPage(browser: TestBrowser, siteUrl: string): Promise<Weight> {
  const context = await browser.newPerson({ language: 'ja' });
  const someone = await sitDown(context, 'ja');
  const devtools = await context.newCDPSession(someone.page);
  const weight: Weight = { bytes: 0, requests: 0, encodings: {} };
  const encodings = new Map<string, string>();
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    const header = Object.entries(response.headers).find(([name]) => name.toLowerCase() === 'content-encoding');
    encodings.set(requestId, header?.[1] ?? 'none');
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const encoding = encodings.get(requestId) ?? 'none';
    weight.bytes += encodedDataLength;
    weight.requests += 1;
    weight.encodings[encoding] = (weight.encodings[encoding] ?? 0) + encodedDataLength;
  });
  await devtools.send('Network.enable');
  await openLogin(someone, siteUrl);
  await someone.page.waitForLoadState('networkidle');
  await context.close();
  return weight;
}
