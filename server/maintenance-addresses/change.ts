import { changesOf, readAddresses, type MaintenanceAddress } from '../../domain/maintenance-addresses/addresses.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import { platformProblem } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { etag } from '../kernel/http/version.ts';
import type { Scope } from '../kernel/session.ts';
import { maintenanceAddressProblem } from './problems.ts';
import { countLinks } from './sendings.ts';
import {
  addAddresses,
  endAddresses,
  lockAddresses,
  ownAddresses,
  renewLink,
  setLanguage,
  versionOfAddresses,
} from './store.ts';
import { presentAddresses, type AddressesView } from './view.ts';

type Around = { app: App; tx: Tx; site: Site; scope: Scope };

/** What was typed takes the place of the addresses that were there (E-02); those that are new wait for their proof. */
export async function changeAddresses(
  { app, tx, site, scope }: Around,
  typed: readonly MaintenanceAddress[],
  seenVersion: string,
): Promise<Outcome<AddressesView>> {
  await lockAddresses(tx, scope);
  const before = await ownAddresses(tx, scope);
  if (versionOfAddresses(before) !== seenVersion) return { reply: platformProblem('changed-meanwhile') };
  const read = readAddresses(typed);
  if (!read.ok) {
    const errors = read.faults.map(({ at, ...fault }) => ({ pointer: `/addresses/${at}/mail`, ...fault }));
    return { reply: platformProblem('invalid-fields', { errors }) };
  }
  const { added, changed, removed } = changesOf(before, read.value);
  const reply = async () => {
    const rows = await ownAddresses(tx, scope);
    const body = await presentAddresses(tx, scope, rows);
    return { status: 200 as const, body, headers: etag(versionOfAddresses(rows)) };
  };
  if (added.length + changed.length + removed.length === 0) return { reply: await reply() };
  const refused = await countLinks(
    tx,
    scope,
    added.map(({ mail }) => mail),
  );
  if (refused) return { reply: refused };
  const idsOf = (some: readonly MaintenanceAddress[]) =>
    before.filter(({ mail }) => some.some((one) => one.mail.toLowerCase() === mail.toLowerCase()));
  const gone = idsOf(removed);
  await endAddresses(
    tx,
    scope,
    gone.map(({ id }) => id),
  );
  for (const row of idsOf(changed)) {
    const next = changed.find(({ mail }) => mail.toLowerCase() === row.mail.toLowerCase());
    if (next) await setLanguage(tx, scope, row.id, next.language);
  }
  const addedIds = await addAddresses(app, tx, site, scope, added);
  const mailsOf = (some: readonly MaintenanceAddress[]) => some.map(({ mail }) => mail);
  return {
    reply: await reply(),
    events: [
      {
        what: 'maintenance-addresses.changed',
        subject: `organization/${scope.organizationId}`,
        data: {
          organization: scope.organizationId,
          added: addedIds,
          removed: gone.map(({ id }) => id),
          changed: idsOf(changed).map(({ id }) => id),
        },
        details: { before: mailsOf(before), after: mailsOf(read.value) },
      },
    ],
  };
}

/** Mails another link to an address that waits for its proof; the one before is no good any more. */
export async function sendLinkAgain({ app, tx, site, scope }: Around, id: string): Promise<Outcome<never>> {
  await lockAddresses(tx, scope);
  const row = (await ownAddresses(tx, scope)).find((one) => one.id === id);
  if (!row) return { reply: platformProblem('not-found') };
  if (row.provedAt) return { reply: maintenanceAddressProblem('proved-already') };
  const refused = await countLinks(tx, scope, [row.mail]);
  if (refused) return { reply: refused };
  await renewLink(app, tx, site, scope, id);
  const data = { organization: scope.organizationId, added: [id] };
  return {
    reply: { status: 204 },
    events: [{ what: 'maintenance-addresses.link-sent', subject: `organization/${scope.organizationId}`, data }],
  };
}
