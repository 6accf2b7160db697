import { sql } from 'kysely';
import type { Value } from '../../domain/protocol/body.ts';
import type { Language } from '../../domain/site/languages.ts';
import { reachableDevice } from '../kernel/access.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import { outsideId } from '../kernel/ids.ts';
import { composeMail } from '../mail/compose.ts';
import type { MailPlan, PlannedMail } from '../mail/plan.ts';
import { findSetting } from './model.ts';
import { settingInWords } from './words.ts';

/** Who asked, while they still are somebody here. */
async function toWhoAsked(tx: Tx, siteId: string, user: unknown): Promise<PlannedMail[]> {
  const found = await tx
    .selectFrom('users')
    .select(['mail', 'language'])
    .where('site_id', '=', siteId)
    .where('id', '=', typeof user === 'string' ? user : null)
    .where('erased_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('mail', '<>', '')
    .executeTakeFirst();
  return found ? [{ recipient: found.mail, language: found.language as Language }] : [];
}

const place = { organization: 'c.organization_id', registration: 'c.registration_id' } as const;

type Waiting = { serial: string; model: string; setting: string; after: Value; askedAt: Date };

/** What still waits of what was asked, while the organization that asked may still read the device. */
async function stillWaiting(app: App, site: Site, data: Record<string, unknown>): Promise<Waiting[]> {
  const scope = { siteId: site.id, organizationId: String(data['askedFor']), userId: '', now: app.clock.now() };
  const { rows } = await sql<Waiting>`
    select r.serial, r.model, c.setting, c.value_after as after, c.asked_at as "askedAt"
    from device_setting_changes c
    join v_registered_devices r on r.site_id = c.site_id and r.registration_id = c.registration_id and r.until_at is null
    where c.site_id = ${site.id} and c.device_id = ${String(data['device'])}::uuid and c.version = ${Number(data['version'])}
      and c.state = 'pending' and ${reachableDevice(scope, 'read', place)}
    order by c.setting`.execute(app.db);
  return rows;
}

const overdue: MailPlan = {
  template: 'settings-overdue',
  what: 'device-settings.overdue',
  recipients: (tx, { siteId, data }) => toWhoAsked(tx, siteId, data['user']),
  text: async (app, site, { data, language }) => {
    const waiting = await stillWaiting(app, site, data);
    const [first] = waiting;
    if (!first) return null;
    const settings = waiting.flatMap(({ model, setting: code, after }) => {
      const setting = findSetting(site, model, code);
      return setting ? [settingInWords(setting, after, language)] : [];
    });
    const organization = outsideId('organization', String(data['askedFor']));
    const device = outsideId('device', String(data['device']));
    return composeMail(site, language, 'settings-overdue', {
      serial: first.serial,
      model: first.model,
      asked: first.askedAt,
      settings: settings.join('\n'),
      page: `${site.address}/o/${organization}/devices/${device}/settings`,
    });
  },
};

export const deviceSettingMails = [overdue];
