import { giveCamera } from '../../tools/test/cameras.ts';
import { licenceSite, newCustomerOf, newDealer } from '../../tools/test/licences.ts';
import { newColleague, newOrganization, type Colleague } from '../../tools/test/organizations.ts';
import type { TestServer } from '../../tools/test/server.ts';
import { steadyCaller } from '../kit/callers.ts';
import { perform, type Market } from './command.ts';
import { assign, order, type Shop } from './wishes.ts';

type Server = Pick<TestServer, 'app' | 'url'>;

/** A customer whose cameras, all on one recorder, take licences of the type `recorder`. */
export type Owner = Colleague & { cameras: string[] };
/** A dealer with its customers; the first ones have cameras. */
export type Dealer = Colleague & { customers: string[] };

export type Scene = {
  operator: Colleague;
  dealer: Dealer;
  below: Dealer;
  owners: Owner[];
  /** Of their last licence one is assigned and passed on at the same moment, again and again. */
  rival: Dealer;
  belowRival: Colleague;
};

const camerasOfOwner = 4;
const firstLine = { type: 'recorder', termMonths: 12, quantity: camerasOfOwner };

/** Dealers, one below the other, and customers with cameras, each of which has a licence. All of it is there by what people and the shop do. */
export async function makeScene(server: Server, market: Market, shop: Shop, clockMoves = false): Promise<Scene> {
  const fromMany = (one: Colleague) => steadyCaller({ url: server.url, clockMoves }, licenceSite, one);
  const maker = await newOrganization(server, 'maker', '', licenceSite);
  const operator = fromMany(await newColleague(server, maker, 'owner', { siteId: licenceSite }));
  const dealer = fromMany(await newDealer(server));
  const below = fromMany(await newDealer(server, '見本二次販売', dealer.organization));
  const rival = fromMany(await newDealer(server, '見本商会'));
  const belowRival = fromMany(await newDealer(server, '見本二次商会', rival.organization));
  const owners: Owner[] = [];
  const customersOf = async (one: Colleague): Promise<Dealer> => {
    const owner = fromMany(await newCustomerOf(server, one));
    await perform(market, order(shop, one, [firstLine]));
    await perform(market, assign(one, owner.organization, [firstLine]));
    owners.push({ ...owner, cameras: await giveCameras(server, owner) });
    const other = await newCustomerOf(server, one, '見本商店');
    return { ...one, customers: [owner.organization, other.organization] };
  };
  const aim = await newCustomerOf(server, rival, '見本商店');
  return {
    operator,
    dealer: await customersOf(dealer),
    below: await customersOf(below),
    owners,
    rival: { ...rival, customers: [aim.organization] },
    belowRival,
  };
}

async function giveCameras(server: Server, owner: Colleague): Promise<string[]> {
  const recorder = await giveCamera(server, 'VR-16', owner);
  const cameras: string[] = [];
  for (let at = 0; at < camerasOfOwner; at += 1)
    cameras.push((await giveCamera(server, 'VC-20', owner, recorder)).device);
  return cameras;
}
