import { countUpTo, offsetOf } from '../../kernel/http/list.ts';
import { route } from '../../kernel/http/route.ts';
import { organizationPath, pageQuery } from '../../kernel/http/schemas.ts';
import { insideId } from '../../kernel/ids.ts';
import { filterOf } from './filter.ts';
import { handOverAgain } from './hand-over.ts';
import { failedMailList, failedMailPath, failedMailQuery, presentFailedMail } from './schemas.ts';
import { failedMailRows, matchingMails } from './store.ts';

const perMinute = 120;
const base = '/api/{site}/organizations/{organization}/failed-mails';

const list = route({
  operationId: 'listFailedMails',
  method: 'get',
  path: base,
  summary:
    'Operators: mails that could not be handed over, with what the mail server said; what failed last comes first',
  access: 'accounts:read',
  params: organizationPath,
  query: failedMailQuery.extend(pageQuery.shape),
  status: 200,
  response: failedMailList,
  problems: [],
  handle: async ({ app, site, scope, query }) => {
    const filter = filterOf(site, query);
    const totals = await countUpTo(app.db, matchingMails(app.db, scope, filter).select('m.id'));
    const rows = await failedMailRows(app.db, scope, filter, query.sort)
      .limit(query.pageSize)
      .offset(offsetOf(query))
      .execute();
    const { page, pageSize } = query;
    return { status: 200, body: { items: rows.map(presentFailedMail), ...totals, page, pageSize } };
  },
});

const again = route({
  operationId: 'handMailOverAgain',
  method: 'post',
  path: `${base}/{mail}/hand-over`,
  summary: 'Operators: has a mail that could not be handed over tried again at once; again changes nothing',
  access: 'accounts:change',
  params: failedMailPath,
  status: 204,
  response: null,
  problems: ['platform/not-found'],
  perMinute,
  handle: async ({ scope, params, change }) => change((tx) => handOverAgain(tx, scope, insideId(params.mail))),
});

export const failedMailRoutes = [list, again];
