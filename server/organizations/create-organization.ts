import type { OrganizationKind } from '../../domain/accounts/permissions.ts';
import type { Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import { newId } from '../kernel/ids.ts';

export type NewOrganization = {
  kind: OrganizationKind;
  name: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Normalised: seven digits in Japan. */
  postalCode: string | null;
  /** Up to five lines. */
  address: string[];
  /** E.164. */
  phone: string | null;
  /** E.164. */
  fax?: string | null;
  form?: string | null;
  /** Its data are still to be asked for, after the first login. */
  dataOwed?: boolean;
};

/** Makes an organization without anybody above it; returns its ID. The caller writes the event. */
export async function createOrganization(tx: Tx, siteId: string, wished: NewOrganization, now: Date): Promise<string> {
  const id = newId();
  await tx
    .insertInto('organizations')
    .values({
      site_id: siteId,
      id,
      parent_id: null,
      kind: wished.kind,
      name: wished.name,
      country: wished.country,
      postal_code: wished.postalCode,
      address: wished.address,
      phone: wished.phone,
      fax: wished.fax ?? null,
      organization_form: wished.form ?? null,
      data_owed: wished.dataOwed ?? false,
      created_at: now,
      closed_at: null,
    })
    .execute();
  return id;
}

/** The maker organization of a site, made with its first operator. */
export async function makerOrganization(tx: Tx, site: Site, now: Date): Promise<string> {
  const found = await tx
    .selectFrom('organizations')
    .select('id')
    .where('site_id', '=', site.id)
    .where('kind', '=', 'maker')
    .executeTakeFirst();
  if (found) return found.id;
  const name = (site.maker ?? site.name)[site.languages[0] ?? 'ja'];
  return createOrganization(
    tx,
    site.id,
    { kind: 'maker', name, country: 'JP', postalCode: null, address: [], phone: null },
    now,
  );
}
