import { fetchFromMany } from '../kit/fetch-from.ts';
import { sessionCookie } from '../../server/kernel/http/cookies.ts';
import { done, hallsSite, newHallDealer, type HallServer } from '../../tools/test/hall-site.ts';
import { makeWebhook } from '../../tools/test/webhooks.ts';
import { person, type Answer, type Person } from '../../tools/test/person.ts';

const addressesEach = 40;
/** Beyond those of the actors. */
const firstAddress = 1_000;

export type Member = { someone: Person; organization: string; word: string };

/** Organizations that have a word each, in all that they own; nobody of the crowd may ever be shown another's. */
export async function gatherCrowd(server: HallServer, count: number): Promise<Member[]> {
  const crowd: Member[] = [];
  for (let at = 0; at < count; at += 1) {
    const word = `crowd-${String(at).padStart(3, '0')}-word`;
    const owner = await newHallDealer(server, word);
    const someone = person(
      server.url,
      hallsSite,
      'ja',
      fetchFromMany(addressesEach, firstAddress + at * addressesEach),
    );
    someone.cookies.set(sessionCookie(hallsSite), String(owner.cookies.get(sessionCookie(hallsSite))));
    await done(owner.create(`${owner.path}/device-groups`, { name: word, devices: [] }));
    await makeWebhook(owner, `https://receiver.invalid/${word}`, ['devices.changed']);
    crowd.push({ someone, organization: owner.organization, word });
  }
  return crowd;
}

/** What each of them reads again and again; all of it names its owner. */
const pages = (organization: string) => [
  '/session',
  `/organizations/${organization}/device-groups`,
  `/organizations/${organization}/webhooks`,
  `/organizations/${organization}/contact-asker`,
];

export type CrowdReport = { faults: string[]; reads: number };

/** Reads until told to stop; every answer holds one's own word and nobody else's. */
export async function mill(
  crowd: readonly Member[],
  settle: (ask: () => Promise<Answer>) => Promise<Answer>,
  isOver: () => boolean,
): Promise<CrowdReport> {
  const report: CrowdReport = { faults: [], reads: 0 };
  const words = crowd.map(({ word }) => word);
  const read = async ({ someone, organization, word }: Member) => {
    while (!isOver())
      for (const path of pages(organization)) {
        const { status, text } = await settle(() => someone.call('GET', path));
        report.reads += 1;
        if (status !== 200) report.faults.push(`${word} at ${path}: ${status} ${text.slice(0, 300)}`);
        const shown = words.filter((one) => text.includes(one));
        if (status === 200 && shown.join() !== word)
          report.faults.push(`${word} at ${path} is shown ${shown.join() || 'nothing'}`);
      }
  };
  await Promise.all(crowd.map(read));
  return report;
}
