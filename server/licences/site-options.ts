import { z } from 'zod';
import { licenceOptions } from '../../domain/site/capabilities.ts';
import type { SiteOptions } from '../capability.ts';
import { openSigningKeys } from './entitlement/keys.ts';
import { localised } from '../kernel/http/schemas.ts';
import { openKey } from '../kernel/key-ring.ts';
import { shopMaster } from './stock/shop-secret.ts';

const shown = z.strictObject({
  types: z.array(
    z.strictObject({
      id: z.string(),
      name: localised,
      models: z.array(z.string()),
      perCustomer: z.int().nullable(),
    }),
  ),
  /** In months. */
  terms: z.array(z.int()),
  features: z.array(
    z.strictObject({ code: z.string(), name: localised, types: z.array(z.string()), expired: z.boolean() }),
  ),
  /** Where licences are bought. */
  shop: z.url().nullable(),
});

/** What this capability makes of a site's data. */
export const licenceSite: SiteOptions = {
  schema: shown,
  present: (site): z.infer<typeof shown> => {
    const { types, terms, features, shop } = licenceOptions(site);
    return {
      types: types.map(({ id, name, models, perCustomer }) => ({ id, name, models, perCustomer: perCustomer ?? null })),
      terms,
      features,
      shop: shop?.link ?? null,
    };
  },
  codes: (site) => {
    const { types, terms, features } = licenceOptions(site);
    return [
      ...types.map(({ id }) => ({ kind: 'licence-type', code: id, fixed: {} })),
      ...terms.map((months) => ({ kind: 'licence-term', code: String(months), fixed: {} })),
      ...features.map(({ code }) => ({ kind: 'licence-feature', code, fixed: {} })),
    ];
  },
  open: async (db, provider, site) => {
    const shop = shopMaster(site);
    if (shop) await openKey(db, provider, shop);
    await openSigningKeys(db, provider, site);
  },
};
