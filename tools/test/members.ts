import { preparePassword } from '../../domain/accounts/password.ts';
import type { OrganizationKind } from '../../domain/accounts/permissions.ts';
import { createUser } from '../../server/accounts/create-user.ts';
import { storeConsents } from '../../server/accounts/owed/store-consents.ts';
import { hashPassword } from '../../server/accounts/password-hash.ts';
import { createOrganization } from '../../server/organizations/create-organization.ts';
import { documentsForPeople } from '../../server/sites/documents.ts';
import type { TestServer } from './server.ts';

export type NewMember = {
  site: string;
  loginId: string;
  mail: string;
  password: string;
  kind?: OrganizationKind;
  /** Somebody else chose the password. */
  initial?: boolean;
  /** Has agreed to the documents as they are now; else owes that. */
  agreed?: boolean;
  language?: 'ja' | 'en';
};

/** Somebody who is a user already, made past the sign-up, for sites of any policy. Gives the user's ID. */
export async function newMember({ app }: Pick<TestServer, 'app'>, wished: NewMember): Promise<string> {
  const site = app.sites.get(wished.site);
  if (!site) throw new Error(`no site ${wished.site}`);
  const now = app.clock.now();
  const passwordHash = await hashPassword(preparePassword(wished.password, site.accounts.password));
  const company = { name: '見本商事', country: 'JP', postalCode: null, address: [], phone: null };
  return app.db.transaction().execute(async (tx) => {
    const organization = { ...company, kind: wished.kind ?? 'customer' } as const;
    const organizationId = await createOrganization(tx, site.id, organization, now);
    const { loginId, mail } = wished;
    const person = { name: '見本 花子', role: 'owner', language: wished.language ?? 'ja', news: false } as const;
    const user = { organizationId, loginId, mail, ...person, passwordHash, passwordInitial: wished.initial ?? false };
    const id = await createUser(tx, site.id, user, now);
    if (!id) throw new Error(`the login ID ${loginId} is taken`);
    if (wished.agreed !== false) await storeConsents(tx, site.id, id, documentsForPeople(site, now), now);
    return id;
  });
}
