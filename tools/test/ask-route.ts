import { newId } from '../../server/kernel/ids.ts';
import type { Route } from '../../server/kernel/http/route.ts';
import { everybodysPassword } from './organizations.ts';
import type { Answer, Person } from './person.ts';

/** Bodies that would be taken, so that nothing but whose the thing is can be the reason; a route that needs one and is not here fails below. */
function bodyOf({ body, operationId }: Route): unknown {
  const bodies: Record<string, unknown> = {
    saveDraft: { values: {} },
    renamePasskey: { name: '変更' },
    removePasskey: { password: everybodysPassword },
    chooseGroupOfDevice: { group: null },
    changeWebhook: { name: '変更', url: 'https://receiver.invalid/', kinds: ['devices.changed'] },
    switchWebhook: { on: true },
    changeMailNotices: { events: ['error'] },
    changeRole: { role: 'viewer' },
    moveOrganization: { parent: null, reason: '変更' },
    closeOrganization: { successor: null, seen: 0, reason: '終了' },
    giveGrant: { to: `org_${newId()}`, rights: ['list'], until: null },
    confirmImport: { hash: 'a'.repeat(64) },
    storeInstallation: { lines: ['会議室', ''] },
    offerDevice: { to: 'somebody@example.jp' },
    orderTransfer: { to: 'somebody@example.jp', reason: '変更' },
    acceptTransfer: { dealers: [] },
    replaceDevice: { serial: 'AB1234566', reason: '故障' },
    reportEnd: { endedOn: '2026-11-01', reason: '廃棄' },
    endDevice: { endedOn: '2026-11-01', reason: '廃棄' },
    releaseDevice: { reason: '再整備' },
    releaseWrongClaim: { reason: '誤登録', evidence: '納品書' },
    decideEndReport: { decision: 'set', answer: '' },
    changeDevice: { values: { remarks: '変更' } },
    changeDeviceSettings: { values: { reserve: 30 } },
    acknowledgeAlarm: { note: '' },
    changeMaintenanceLink: { configure: true, until: '' },
    changeDeviceGroup: { name: '変更', devices: [] },
    chooseTonerManager: { user: null },
    moveLicence: { device: null },
    setLicenceAside: { device: null },
    chooseDeviceRenewal: { renews: true },
    handLicences: { to: `org_${newId()}`, licences: [`lic_${newId()}`], reason: '訂正' },
    correctCustomerAddress: { mail: 'corrected@example.jp' },
    correctAccountAddress: { mail: 'corrected@example.jp', reason: '訂正' },
    correctCounters: { at: '2026-11-01T00:00:00Z', values: { total: 1 }, reason: '訂正' },
  };
  return body && (bodies[operationId] ?? {});
}

/** What must be asked for. */
function wishOf({ path, operationId }: Route): string {
  if (operationId === 'showCountersOfDevice') return '?from=2026-10&to=2026-11';
  if (operationId === 'getLicenceRenewal') return '?type=direct&lastDay=2027-12-31';
  if (operationId === 'listCounterEntries') return '?from=2026-11-01T00:00:00Z&until=2026-11-02T00:00:00Z';
  return /\/exports\/\w[\w-]*$/.test(path) ? '?format=csv' : '';
}

/** Asks a route with a body and a query that it takes. */
export function askRoute(route: Route, someone: Person, path: string): Promise<Answer> {
  const headers = {
    ...(route.idempotent && { 'idempotency-key': newId() }),
    ...(route.versioned && { 'if-match': '"1"' }),
  };
  return someone.call(
    route.method.toUpperCase(),
    path + wishOf(route),
    route.upload ? undefined : bodyOf(route),
    headers,
  );
}
