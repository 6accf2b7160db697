import { handedProofs, waysToMake } from '../../domain/accounts/policy.ts';
import { makeAccount } from '../accounts/making/make-account.ts';
import { prepareOpening } from '../accounts/making/opening.ts';
import type { App, Site } from '../kernel/app.ts';
import { writeEvents } from '../kernel/events.ts';
import { isProblem } from '../kernel/http/problem.ts';
import type { DemoLogins } from './logins.ts';
import { ownerScope } from './register-once.ts';

const name = '見本わかば医院';

/** A customer that its dealer made with a temporary password, where the site has such; made once per database. */
export async function seedTemporaryLogin(app: App, site: Site, { logins, made }: DemoLogins): Promise<void> {
  const way = waysToMake(site.accounts, 'dealer').find((one) => handedProofs(one).includes('temporary'));
  const password = logins[0]?.password;
  if (!way || !made.dealer || password === undefined) return;
  const loginId = `wakaba@${site.id}.example.jp`;
  logins.push({ who: `${way.organization} ${name}, with a temporary password`, loginId, password });
  const there = await app.db
    .selectFrom('users')
    .select('id')
    .where('site_id', '=', site.id)
    .where('login_id', '=', loginId)
    .executeTakeFirst();
  if (there) return;
  const prepared = await prepareOpening(site, 'temporary', ['temporary'], password);
  if (isProblem(prepared)) throw new Error(`the temporary password of the demo does not fit ${site.id}`);
  const scope = await ownerScope(app, site, { organizationId: made.dealer, daysAgo: 0 });
  const asked = { values: { company: name, name: '見本 八重' }, loginId: '', mail: loginId, language: 'ja' } as const;
  await app.db.transaction().execute(async (tx) => {
    const { reply, events } = await makeAccount(app, tx, site, { ...scope, isDealer: true }, way, asked, prepared);
    if (isProblem(reply)) throw new Error(`the demo account ${loginId} was not made: ${reply.code}`);
    const actor = { kind: 'user', id: scope.userId, organizationId: scope.organizationId } as const;
    await writeEvents(tx, { siteId: site.id, actor, now: scope.now, requestId: null }, events ?? []);
  });
}
