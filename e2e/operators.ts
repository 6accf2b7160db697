import type { Language } from '../domain/site/languages.ts';
import { newOperator, type Member } from '../tools/test/accounts.ts';
import type { TestBrowser } from '../tools/test/browser.ts';
import type { TestServer } from '../tools/test/server.ts';
import { enterAs, sitDown, type Someone } from './people.ts';

/** An operator who reads that language and has logged in. */
export async function operatorAt(
  server: TestServer,
  browser: TestBrowser,
  language: Language,
  width: number,
): Promise<{ operator: Member; someone: Someone }> {
  const operator = await newOperator(server);
  await operator.call('PATCH', '/session', { language });
  const someone = await sitDown(await browser.newPerson({ language, width, height: 1080 }), language);
  await enterAs(someone, `${server.url}/conference`, operator);
  return { operator, someone };
}
