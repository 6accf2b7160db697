import { giveDevices } from './devices.ts';
import { placeActors, type Actor, type ActorName } from './hall-actors.ts';
import { furnishDealer } from './hall-dealer.ts';
import { furnishMaker } from './hall-maker.ts';
import { canary, hallsSite, newOwnerOf, siteBeside, type HallServer, type Things } from './hall-site.ts';
import { newOrganization, type Colleague } from './organizations.ts';

export type OwnerOfThings = 'a dealer' | 'the maker' | 'a dealer of another site';

export type Halls = {
  victim: Colleague;
  /** Ways in which somebody is not entitled to the things of others. */
  actors: Map<ActorName, Actor>;
  things: Record<OwnerOfThings, Things>;
  /** What must not show to anybody. */
  secrets: string[];
  /** The victim's unit, and batteries that are nobody's. */
  theirSerial: string;
  free: string;
};

/** A victim, its maker and a neighbour at another site, and those who must see nothing of them. */
export async function furnishHalls(server: HallServer): Promise<Halls> {
  const makerOf = async (siteId: string) =>
    newOwnerOf(server, siteId, await newOrganization(server, 'maker', '', siteId));
  const operator = await makerOf(hallsSite);
  const stranger = await makerOf(siteBeside);
  const { victim, known, secrets, serial } = await furnishDealer(server, operator, hallsSite);
  const beside = await furnishDealer(server, stranger, siteBeside);
  const maker = await furnishMaker(server, operator, hallsSite);
  const actors = await placeActors(server, { operator, victim, stranger });
  const [free = ''] = await giveDevices(server, 1, { site: hallsSite, model: 'BP1500' });
  return {
    victim,
    actors,
    things: { 'a dealer': known, 'the maker': maker.known, 'a dealer of another site': beside.known },
    secrets: [canary, ...secrets, ...beside.secrets, ...maker.secrets],
    theirSerial: serial,
    free,
  };
}
