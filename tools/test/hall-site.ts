import { parse } from 'yaml';
import { until } from '../../proof/kit/child-server.ts';
import { writeEverySite } from './every-capability.ts';
import { dealerSite, newColleague, newOrganization, type Colleague } from './organizations.ts';
import type { Answer } from './person.ts';
import type { TestServer } from './server.ts';

/** All that any site can, with dealers that have others below them. */
export const hallsSite = 'halls';
/** The same once more, whose IDs must be nothing at the first. */
export const siteBeside = 'annexe';
const writeHalls = (folder: string) => writeEverySite(folder, parse(dealerSite) as Record<string, unknown>);
export const withHalls = { [hallsSite]: writeHalls, [siteBeside]: writeHalls };

/** Stands in all that the victim and the maker own. */
export const canary = 'カナリア';
export const victimName = `${canary}商会`;

const eventWithinMs = 60_000;

export type HallServer = Pick<TestServer, 'app' | 'url' | 'mail'> & { clock: Pick<TestServer['clock'], 'now'> };

/** Somebody's things by their place in a path, their organization among them. */
export type Things = Record<string, string>;

export const newOwnerOf = async (server: HallServer, siteId: string, organization: string) =>
  newColleague(server, organization, 'owner', { siteId });
export const newHallDealer = async (server: HallServer, name: string, siteId = hallsSite) =>
  newOwnerOf(server, siteId, await newOrganization(server, 'dealer', name, siteId));
/** The outside ID of what was made, if anything was. */
export async function done(answer: Promise<Answer>): Promise<string> {
  const { status, body, text } = await answer;
  if (status >= 300) throw new Error(text);
  return String(body.id);
}

export const ownerNamed = (name: string, mail: string) => ({ name, mail, language: 'ja' });
export const firstOf = (answer: Answer) => String((answer.body.items as { id: string }[])[0]?.id);

/** One of somebody's log, as soon as it stands there. */
export async function anEvent(of: Colleague): Promise<string> {
  let event = '';
  const isThere = async () => {
    const { body } = await of.call('GET', `${of.path}/audit`);
    event = (body.items as { id: string }[])[0]?.id ?? '';
    return event !== '';
  };
  await until('an event stands in the log', isThere, eventWithinMs);
  return event;
}

export const grantTo = (operator: Colleague, victim: Colleague, to: Colleague, rights: string[]) =>
  done(operator.create(`${grantsPath(operator, victim)}`, { to: to.organization, rights, until: null }));
export const grantsPath = (operator: Colleague, victim: Colleague) =>
  `${operator.path}/organizations/${victim.organization}/grants`;
