import { z } from 'zod';
import { countUpTo, offsetOf } from '../kernel/http/list.ts';
import { route } from '../kernel/http/route.ts';
import { organizationPath, pageQuery } from '../kernel/http/schemas.ts';
import { filterOf } from './filter.ts';
import { viewDocuments } from './overview.ts';
import { agreementList, agreementQuery, presentAgreement, siteDocument } from './schemas.ts';
import { matchingPeople, peopleRows } from './store.ts';

const base = '/api/{site}/organizations/{organization}';

const documents = route({
  operationId: 'listSiteDocuments',
  method: 'get',
  path: `${base}/site-documents`,
  summary: 'Operators: the documents of the site in all versions, and how many agreed to them or have to',
  access: 'accounts:read',
  params: organizationPath,
  status: 200,
  response: z.strictObject({ items: z.array(siteDocument) }),
  problems: [],
  handle: async ({ app, site, scope, now }) => ({
    status: 200,
    body: { items: await viewDocuments(app.db, site, scope, now) },
  }),
});

const list = route({
  operationId: 'listAgreements',
  method: 'get',
  path: `${base}/agreements`,
  summary: 'Operators: who agreed to a document of the site and when, or has to agree at the next login',
  access: 'accounts:read',
  params: organizationPath,
  query: agreementQuery.extend(pageQuery.shape),
  status: 200,
  response: agreementList,
  problems: [],
  handle: async ({ app, site, scope, query, now }) => {
    const filter = filterOf(site, query, now);
    const totals = await countUpTo(app.db, matchingPeople(app.db, scope, filter).select('u.id'));
    const rows = await peopleRows(app.db, scope, filter, query.sort)
      .limit(query.pageSize)
      .offset(offsetOf(query))
      .execute();
    const { page, pageSize } = query;
    return { status: 200, body: { items: rows.map(presentAgreement), ...totals, page, pageSize } };
  },
});

export const agreementRoutes = [documents, list];
