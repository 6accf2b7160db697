import { randomUUID } from 'node:crypto';
import type { MailingKind } from '../../domain/mailings/mailing.ts';
import { manyReaders, newSender, publishNotice } from '../../tools/test/mailings.ts';
import { newOrganization, type Colleague } from '../../tools/test/organizations.ts';
import type { TestServer } from '../../tools/test/server.ts';
import { steadyCaller } from '../kit/callers.ts';
import type { Random } from '../kit/random.ts';

export const siteId = 'printer';
const readersCount = 150;
const agreeingChance = 0.6;
/** Of those who agreed: they withdraw as soon as they have a mail. */
const withdrawingChance = 0.15;
const importantEach = 3;

/** One press of the button, however often it is repeated under its key. */
export type Wish = { word: string; notice: string; kind: MailingKind; key: string };
export type Scene = {
  operator: Colleague;
  organization: string;
  wishes: Wish[];
  readers: string[];
  agreeing: Set<string>;
  withdrawing: Set<string>;
};

/** An operator with notices to mail, and the users of one organization, of whom some want news and some soon will not. */
export async function makeScene(
  server: Pick<TestServer, 'app' | 'url'>,
  mailings: number,
  random: Random,
  clockMoves: boolean,
): Promise<Scene> {
  const operator = steadyCaller({ url: server.url, clockMoves }, siteId, await newSender(server, siteId));
  const organization = await newOrganization(server, 'customer', '見本工業', siteId);
  const readers = await manyReaders(server, siteId, organization, readersCount);
  const agreeing = new Set(readers.filter(() => random.chance(agreeingChance)));
  const withdrawing = new Set([...agreeing].filter(() => random.chance(withdrawingChance)));
  await server.app.db
    .updateTable('users')
    .set({ news: true })
    .where('site_id', '=', siteId)
    .where('mail', 'in', [...agreeing])
    .execute();
  const wishes: Wish[] = [];
  for (let at = 1; at <= mailings; at += 1) {
    const word = `mailing-${at}.`;
    const notice = await publishNotice(server, operator, word);
    wishes.push({ word, notice, kind: at % importantEach === 0 ? 'important' : 'news', key: randomUUID() });
  }
  return { operator, organization, wishes, readers, agreeing, withdrawing };
}
