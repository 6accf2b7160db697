import type { App, Site } from '../kernel/app.ts';
import { outsideId } from '../kernel/ids.ts';
import { mailsToOwners } from '../accounts/owners.ts';
import { composeMail } from '../mail/compose.ts';
import type { MailPlan } from '../mail/plan.ts';

async function keyOf(app: App, site: Site, id: unknown) {
  return app.db
    .selectFrom('api_keys as k')
    .innerJoin('users as u', (join) => join.onRef('u.site_id', '=', 'k.site_id').onRef('u.id', '=', 'k.created_by'))
    .select(['k.name', 'k.begins', 'k.scopes', 'k.organization_id as organization', 'u.name as maker'])
    .where('k.site_id', '=', site.id)
    .where('k.id', '=', String(id))
    .executeTakeFirst();
}

/** All owners hear of a key that is made or revoked: it opens the organization's data to whoever holds it. */
function told(what: 'api-keys.made' | 'api-keys.revoked', template: 'api-key-made' | 'api-key-revoked'): MailPlan {
  return {
    template,
    what,
    recipients: (tx, event) => mailsToOwners(tx, event.siteId, String(event.data.organization)),
    text: async (app, site, { language, data }) => {
      const key = await keyOf(app, site, data.key);
      if (!key) return null;
      const { organization, scopes, ...words } = key;
      return composeMail(site, language, template, {
        ...words,
        scopes: scopes.join(', '),
        page: `${site.address}/o/${outsideId('organization', organization)}/api-keys`,
      });
    },
  };
}

export const apiKeyMails = [told('api-keys.made', 'api-key-made'), told('api-keys.revoked', 'api-key-revoked')];
