import { createUser } from '../../server/accounts/create-user.ts';
import { importers } from '../../server/capabilities.ts';
import { createImport, readUpload } from '../../server/imports/create.ts';
import { confirmImport, readImport } from '../../server/imports/confirm.ts';
import type { App, Site } from '../../server/kernel/app.ts';
import { isProblem } from '../../server/kernel/http/problem.ts';
import { insideId } from '../../server/kernel/ids.ts';
import type { Scope } from '../../server/kernel/session.ts';
import { createOrganization } from '../../server/organizations/create-organization.ts';
import { giveActivationKeys } from '../../tools/test/activation-keys.ts';
import { bulkCsv, pairsOf, type Pair } from '../../tools/test/bulk.ts';

const siteId = 'conference';
const kind = 'bulk-issue';
const language = 'ja';

export type Issuer = { site: Site; scope: Scope };

/** An organization with a user, made without sign-up and mail. */
export async function newIssuer(app: App): Promise<Issuer> {
  const site = app.sites.get(siteId);
  if (!site) throw new Error(`no site ${siteId}`);
  const now = app.clock.now();
  return app.db.transaction().execute(async (tx) => {
    const wished = { name: '見本商事', country: 'JP', postalCode: null, address: [], phone: null };
    const organizationId = await createOrganization(tx, siteId, { kind: 'dealer', ...wished }, now);
    const user = { organizationId, loginId: 'bench0001', name: '見本 花子', mail: 'bench@example.jp', role: 'owner' };
    const userId = await createUser(tx, siteId, { ...user, language, news: false, passwordHash: '' } as never, now);
    if (!userId) throw new Error('no user');
    return { site, scope: { siteId, organizationId, userId, now } };
  });
}

/** A file of new pairs with two lines of text each, previewed and confirmed: its job can begin. */
export async function confirmedFile(
  app: App,
  { site, scope }: Issuer,
  rows: number,
  hex: (digits: number) => string,
): Promise<string> {
  const importer = importers.get(kind);
  if (!importer) throw new Error(`no importer of ${kind}`);
  const keys = await giveActivationKeys({ app }, rows, { site: siteId, hex });
  const pairs = pairsOf(keys, () => hex(16)).map((pair): Pair => ({ ...pair, lines: ['本社ビル 3階', '会議室A'] }));
  const bytes = new TextEncoder().encode(bulkCsv(pairs));
  const uploaded = await readUpload(importer, site, language, { file: new File([bytes], '一覧.csv') }, scope.now);
  if (isProblem(uploaded)) throw new Error(uploaded.code);
  return app.db.transaction().execute(async (tx) => {
    const around = { app, tx, site, scope, language } as const;
    const { reply } = await createImport({ ...around, address: '127.0.0.1' }, importer, uploaded);
    if (isProblem(reply) || reply.status === 204) throw new Error('the file was refused');
    if (reply.body.faultCount > 0) throw new Error('the file has faults');
    const id = insideId(reply.body.id);
    await confirmImport(around, { importers, mayUse: () => true, id }, reply.body.hash);
    return id;
  });
}

/** Seconds in which every registration key of a result is computed and shown. */
export async function showResult(app: App, { site, scope }: Issuer, id: string, rows: number): Promise<number> {
  const started = performance.now();
  const viewer = { app, db: app.db, site, language } as const;
  const shown = await readImport(viewer, scope, { importers, mayUse: () => true, id }, { page: 1, pageSize: rows });
  if (isProblem(shown) || shown.state !== 'done' || shown.rows.length !== rows)
    throw new Error(`the file is ${isProblem(shown) ? shown.code : shown.state}`);
  return (performance.now() - started) / 1000;
}
