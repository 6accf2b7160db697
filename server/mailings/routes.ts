import { z } from 'zod';
import { languages, type Language } from '../../domain/site/languages.ts';
import { countUpTo, offsetOf } from '../kernel/http/list.ts';
import { isProblem, platformProblem } from '../kernel/http/problem.ts';
import { route } from '../kernel/http/route.ts';
import { organizationPath, outsideIdSchema, pageOf } from '../kernel/http/schemas.ts';
import { insideId, outsideId } from '../kernel/ids.ts';
import { noticeToMail } from '../notices/mailable.ts';
import { renderBoth } from '../notices/render.ts';
import { consentRows, matchingConsents, presentConsent } from './consents.ts';
import { receiversOf } from './receivers.ts';
import {
  byLanguage,
  consentItem,
  consentPage,
  filterOf,
  mailingItem,
  mailingPage,
  mailingPath,
  mailingPreview,
  mailingResponse,
  mailingWish,
  presentItem,
} from './schemas.ts';
import { readAim, sendMailing, testMailing } from './send.ts';
import { findMailing, inOrder, matchingMailings, namesOf } from './store.ts';
import { writeLetter } from './text.ts';

const access = 'mailings:send';
const base = '/api/{site}/organizations/{organization}/mailings';
const testsPerMinute = 10;
/** Stands in a preview for what is each receiver's own. */
const nobodysToken = '…';

const list = route({
  operationId: 'listMailings',
  method: 'get',
  path: base,
  summary: 'The notices that were mailed, the newest first, with what became of the mails',
  access,
  params: organizationPath,
  query: mailingPage,
  status: 200,
  response: pageOf(mailingItem),
  problems: [],
  handle: async ({ app, scope, query }) => {
    const matching = matchingMailings(app.db, scope, filterOf(query));
    const totals = await countUpTo(app.db, matching.select('m.id'));
    const rows = await inOrder(matching, query.sort).limit(query.pageSize).offset(offsetOf(query)).execute();
    const { page, pageSize } = query;
    return { status: 200, body: { items: rows.map(presentItem), ...totals, page, pageSize } };
  },
});

const show = route({
  operationId: 'getMailing',
  method: 'get',
  path: `${base}/{mailing}`,
  summary: 'One mailing: its words as they were sent, to whom, and what became of the mails',
  access,
  params: mailingPath,
  status: 200,
  response: mailingResponse,
  problems: ['platform/not-found'],
  handle: async ({ app, scope, params }) => {
    const row = await findMailing(app.db, scope, insideId(params.mailing));
    if (!row) return platformProblem('not-found');
    const names = await namesOf(app.db, scope, row.organizations ?? []);
    const organizations = names.map(({ id, name }) => ({ id: outsideId('organization', id), name }));
    return {
      status: 200,
      body: { ...presentItem(row), html: renderBoth({ ja: row.bodyJa, en: row.bodyEn }), organizations },
    };
  },
});

const preview = route({
  operationId: 'previewMailing',
  method: 'post',
  path: `${base}/preview`,
  summary: 'How many would get it now, and the mail in both languages; sends nothing',
  access,
  params: organizationPath,
  body: mailingWish,
  status: 200,
  response: mailingPreview,
  problems: ['platform/not-found', 'platform/invalid-fields'],
  handle: async ({ app, site, scope, body, now }) => {
    const aim = await readAim(app.db, scope, body);
    if (isProblem(aim)) return aim;
    const notice = await noticeToMail(app.db, site.id, aim.noticeId, now);
    if (!notice) return platformProblem('not-found');
    const receivers = await receiversOf(app.db, site.id, aim);
    const write = (language: Language) => {
      const letter = writeLetter(site, language, { ...notice, kind: aim.kind, test: false }, nobodysToken);
      return [language, { subject: letter.subject, text: letter.text, html: letter.fragment }] as const;
    };
    const letters = Object.fromEntries(languages.map(write)) as z.infer<typeof mailingPreview>['letters'];
    return { status: 200, body: { receivers: receivers.length, byLanguage: byLanguage(receivers), letters } };
  },
});

const test = route({
  operationId: 'testMailing',
  method: 'post',
  path: `${base}/tests`,
  summary: 'Mails a notice to myself, as everybody would get it',
  access,
  params: organizationPath,
  body: mailingWish.omit({ organizations: true }),
  status: 204,
  response: null,
  problems: ['platform/not-found', 'mailings/notice-over', 'mailings/no-address'],
  idempotent: true,
  perMinute: testsPerMinute,
  handle: async ({ scope, body, change }) => change((tx) => testMailing(tx, scope, body)),
});

const send = route({
  operationId: 'sendMailing',
  method: 'post',
  path: base,
  summary: 'Mails a notice to the users of all or of the chosen organizations; nobody gets a notice twice',
  access,
  params: organizationPath,
  body: mailingWish,
  status: 201,
  response: z.strictObject({ id: outsideIdSchema('mailing'), receivers: z.int() }),
  problems: [
    'platform/not-found',
    'platform/invalid-fields',
    'mailings/nobody',
    'mailings/notice-over',
    'mailings/notice-planned',
  ],
  idempotent: true,
  handle: async ({ scope, body, change }) => change((tx) => sendMailing(tx, scope, body)),
});

const consents = route({
  operationId: 'listNewsConsents',
  method: 'get',
  path: '/api/{site}/organizations/{organization}/news-consents',
  summary: 'Who said whether they want news by mail, since when and by which way; who said so last comes first',
  access,
  params: organizationPath,
  query: consentPage,
  status: 200,
  response: pageOf(consentItem),
  problems: [],
  handle: async ({ app, scope, query }) => {
    const totals = await countUpTo(app.db, matchingConsents(app.db, scope, query).select('c.user'));
    const rows = await consentRows(app.db, scope, query).limit(query.pageSize).offset(offsetOf(query)).execute();
    const { page, pageSize } = query;
    return { status: 200, body: { items: rows.map(presentConsent), ...totals, page, pageSize } };
  },
});

export const mailingRoutes = [list, show, preview, test, send, consents];
