import { createHash } from 'node:crypto';
import { deviceIdDigits } from '../../domain/identifiers/device-id.ts';
import { registrationKeyOptions } from '../../domain/site/capabilities.ts';
import type { App, Site } from '../kernel/app.ts';
import { after, daysMs } from '../kernel/clock.ts';
import { writeEvents } from '../kernel/events.ts';
import { isProblem } from '../kernel/http/problem.ts';
import type { Scope } from '../kernel/session.ts';
import { storeInstallation } from '../registration-keys/installations.ts';
import { issue } from '../registration-keys/issue.ts';
import type { Sheet } from './activation-keys.ts';

const places = [
  '見本ビル 2階 応接室',
  '見本ビル 5階 大会議室',
  '見本倉庫 事務所',
  '見本ホール 控室',
  '見本支店 会議室A',
];
const daysApart = 3;

/** Keys that the demo's company issued in the weeks before, each for a device of its own, so that lists and reports hold something. */
export async function seedHistory(app: App, site: Site, loginId: string, sheets: readonly Sheet[]): Promise<void> {
  const user = await app.db
    .selectFrom('users')
    .select(['id', 'organization_id'])
    .where('site_id', '=', site.id)
    .where('login_id', '=', loginId)
    .executeTakeFirstOrThrow();
  for (const [index, sheet] of sheets.entries()) {
    if (await isIssued(app, site, sheet)) continue;
    const now = after(app.clock.now(), -(sheets.length - index) * daysApart * daysMs);
    const scope = { siteId: site.id, organizationId: user.organization_id, userId: user.id, now };
    await issueOne(app, site, scope, sheet, places[index % places.length] ?? '');
  }
}

async function isIssued(app: App, site: Site, { number }: Sheet): Promise<boolean> {
  const binding = await app.db
    .selectFrom('registration_key_bindings')
    .select('id')
    .where('site_id', '=', site.id)
    .where('activation_key', '=', number.replaceAll('-', ''))
    .executeTakeFirst();
  return binding !== undefined;
}

async function issueOne(app: App, site: Site, scope: Scope, sheet: Sheet, place: string): Promise<void> {
  const category = registrationKeyOptions(site).categories.find((one) => one.id === sheet.category);
  if (!category) throw new Error(`the demo key ${sheet.number} has no category at ${site.id}`);
  const { idFormat } = category;
  const deviceId = createHash('sha256').update(`demo/${sheet.number}`).digest('hex').toUpperCase();
  const request = {
    category: category.id,
    deviceId: deviceId.slice(0, deviceIdDigits[idFormat]),
    activationKeys: [{ number: sheet.number, registrationId: sheet.registrationId }],
  };
  await app.db.transaction().execute(async (tx) => {
    await storeInstallation(tx, scope, idFormat, request.deviceId, [place, '']);
    const { reply, events } = await issue(app, tx, site, scope, 'ja', request);
    if (isProblem(reply)) throw new Error(`the demo key ${sheet.number} was not issued: ${reply.code}`);
    const actor = { kind: 'user', id: scope.userId, organizationId: scope.organizationId } as const;
    await writeEvents(tx, { siteId: site.id, actor, now: scope.now, requestId: null }, events ?? []);
  });
}
