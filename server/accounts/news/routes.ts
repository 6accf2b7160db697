import { z } from 'zod';
import { newsWays } from '../../../domain/accounts/news.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import { route, type Outcome } from '../../kernel/http/route.ts';
import { instant, sitePath } from '../../kernel/http/schemas.ts';
import { maskMail } from '../account-data/mails.ts';
import { tokenMax } from '../account-data/schemas.ts';
import { accountProblem } from '../problems.ts';
import { findNews, setNews, sharingAddress, type NewsConsent } from './consent.ts';
import { newsPage, readNewsToken } from './link.ts';

const perMinute = 30;
const consent = z.strictObject({
  news: z.boolean(),
  since: instant.nullable(),
  way: z.enum(newsWays).nullable(),
});
const body = z.strictObject({ token: z.string().max(tokenMax) });
const tokenPath = sitePath.extend({ token: z.string().max(tokenMax) });

function present({ news, since, way }: NewsConsent): z.infer<typeof consent> {
  return { news, since: since?.toISOString() ?? null, way };
}

const show = route({
  operationId: 'getNewsConsent',
  method: 'get',
  path: '/api/{site}/account/news',
  summary: 'Whether I want news by mail, since when and by which way I said so',
  access: 'own-account:use',
  params: sitePath,
  status: 200,
  response: consent,
  problems: ['platform/not-found'],
  handle: async ({ app, scope }) => {
    const found = await findNews(app.db, scope.siteId, scope.userId);
    return found ? { status: 200, body: present(found) } : platformProblem('not-found');
  },
});

const change = route({
  operationId: 'changeNewsConsent',
  method: 'put',
  path: '/api/{site}/account/news',
  summary: 'Says whether I want news by mail',
  access: 'own-account:use',
  params: sitePath,
  body: z.strictObject({ news: z.boolean() }),
  status: 200,
  response: consent,
  problems: ['platform/not-found'],
  perMinute,
  handle: async ({ scope, body: { news }, change: inChange }) =>
    inChange(async (tx) => {
      const { siteId, userId, now } = scope;
      const events = await setNews(tx, siteId, [userId], { news, way: 'account', now });
      const found = await findNews(tx, siteId, userId);
      return found ? { reply: { status: 200, body: present(found) }, events } : { reply: platformProblem('not-found') };
    }),
});

/** Whom a link is for, as long as the account is there. */
async function addressee(app: App, db: Database | Tx, site: Site, token: string) {
  const userId = readNewsToken(app, site.id, token);
  const found = userId && (await findNews(db, site.id, userId));
  return userId && found ? { userId, ...found } : null;
}

async function withdraw(app: App, tx: Tx, site: Site, token: string, now: Date): Promise<Outcome<never>> {
  const found = await addressee(app, tx, site, token);
  if (!found) return { reply: accountProblem('news-link-invalid') };
  const ids = await sharingAddress(tx, site.id, found.userId);
  const events = await setNews(tx, site.id, ids, { news: false, way: 'link', now });
  return { reply: { status: 204 }, events };
}

const check = route({
  operationId: 'checkNewsWithdrawal',
  method: 'post',
  path: '/api/{site}/news-withdrawals/check',
  summary: 'Whose news a link of a mail would withdraw; withdraws nothing',
  access: 'public',
  params: sitePath,
  body,
  status: 200,
  response: z.strictObject({ mail: z.string(), news: z.boolean() }),
  problems: ['accounts/news-link-invalid'],
  perMinute,
  handle: async ({ app, site, body: { token } }) => {
    const found = await addressee(app, app.db, site, token);
    if (!found) return accountProblem('news-link-invalid');
    const { mail } = await app.db
      .selectFrom('users')
      .select('mail')
      .where('site_id', '=', site.id)
      .where('id', '=', found.userId)
      .executeTakeFirstOrThrow();
    return { status: 200, body: { mail: mail && maskMail(mail), news: found.news } };
  },
});

const confirm = route({
  operationId: 'withdrawNews',
  method: 'post',
  path: '/api/{site}/news-withdrawals',
  summary: 'Withdraws from news by the link of a mail, without a login; twice is once',
  access: 'public',
  params: sitePath,
  body,
  status: 204,
  response: null,
  problems: ['accounts/news-link-invalid'],
  perMinute,
  handle: async (call) => call.change((tx) => withdraw(call.app, tx, call.site, call.body.token, call.now)),
});

/** What it is posted with says nothing more than that it is posted, so it is not read. */
const oneClick = route({
  operationId: 'withdrawNewsByOneClick',
  method: 'post',
  path: '/api/{site}/news-withdrawals/{token}',
  summary: 'Withdraws from news for a mail program that was told to (RFC 8058)',
  access: 'public',
  params: tokenPath,
  status: 204,
  response: null,
  problems: ['accounts/news-link-invalid'],
  perMinute,
  handle: async (call) => call.change((tx) => withdraw(call.app, tx, call.site, call.params.token, call.now)),
});

const open = route({
  operationId: 'openNewsWithdrawal',
  method: 'get',
  path: '/api/{site}/news-withdrawals/{token}',
  summary: 'Leads whoever opens the address for mail programs to the page where one withdraws; changes nothing',
  access: 'public',
  params: tokenPath,
  status: 303,
  response: null,
  problems: [],
  perMinute,
  handle: async ({ site, params }) => {
    const location = newsPage(site, encodeURIComponent(params.token));
    return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
  },
});

export const newsRoutes = [show, change, check, confirm, oneClick, open];
