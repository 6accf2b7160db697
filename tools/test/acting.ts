import { makeBelow, newColleague, newOwner, type Colleague } from './organizations.ts';
import type { TestServer } from './server.ts';

/** A dealer and a customer of its own with an owner. */
export async function newPair(
  server: Pick<TestServer, 'app' | 'url'>,
): Promise<{ dealer: Colleague; customer: Colleague }> {
  const dealer = await newOwner(server, 'dealer', '見本販売');
  const customer = await newColleague(server, await makeBelow(dealer, 'customer', { name: '見本の家' }), 'owner');
  return { dealer, customer };
}

export const startActing = (by: Colleague, of: string, reason = '設定のお手伝い') =>
  by.create(`${by.path}/acting`, { of, reason });
