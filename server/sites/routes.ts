import { z } from 'zod';
import { hasOwnLoginIds, loginIdKinds, selfSignUps, type SignUp } from '../../domain/accounts/policy.ts';
import { formFields } from '../../domain/accounts/sign-up.ts';
import { methodsOffered, passkeyLogsIn } from '../../domain/accounts/second-factor.ts';
import { documentNames } from '../../domain/site/documents.ts';
import { languages } from '../../domain/site/languages.ts';
import { siteOptionsOf, type Capability } from '../capability.ts';
import type { Site } from '../kernel/app.ts';
import { platformProblem } from '../kernel/http/problem.ts';
import { route, type Route } from '../kernel/http/route.ts';
import { sitePath } from '../kernel/http/schemas.ts';
import { currentVersion, readableDocument, readableVersions } from './documents.ts';
import { presentFields, presentRule } from './form.ts';
import { siteResponse } from './schemas.ts';

const listSites = route({
  operationId: 'listSites',
  method: 'get',
  path: '/api/sites',
  summary: 'The sites to choose from; one with a host of its own is found there',
  access: 'public',
  status: 200,
  response: z.strictObject({
    items: z.array(siteResponse.pick({ id: true, name: true, brand: true }).extend({ address: z.string() })),
  }),
  problems: [],
  handle: async ({ app }) => ({
    status: 200,
    body: {
      items: [...app.sites.values()]
        .filter((site) => !site.origin)
        .map(({ id, name, brand, address }) => ({ id, name, brand: { colour: brand.colour }, address })),
    },
  }),
});

function getSite(capabilities: readonly Capability[]): Route {
  const options = capabilities.flatMap(({ name, site }) => (site ? [[name, site.schema.optional()] as const] : []));
  return route({
    operationId: 'getSite',
    method: 'get',
    path: '/api/{site}',
    summary: 'What anybody may know of a site: names, languages, account rules, capabilities',
    access: 'public',
    duringMaintenance: 'open',
    params: sitePath,
    status: 200,
    response: siteResponse.extend({ capabilities: z.strictObject(Object.fromEntries(options)) }),
    problems: ['platform/not-found'],
    handle: async ({ site, now }) => {
      const shown = siteOptionsOf(capabilities, site).map((one) => [one.name, one.options.present(site)] as const);
      return { status: 200, body: { ...presentSite(site, now), capabilities: Object.fromEntries(shown) } };
    },
  });
}

function presentSite(site: Site, now: Date): z.infer<typeof siteResponse> {
  return {
    id: site.id,
    name: site.name,
    languages: site.languages,
    timeZone: site.timeZone,
    brand: { colour: site.brand.colour },
    contact: site.contact,
    signUps: selfSignUps(site.accounts).map(presentSignUp),
    loginIds: loginIdKinds(site.accounts),
    password: site.accounts.password,
    secondFactor: {
      methods: [...methodsOffered(site.accounts.secondFactor)],
      passkeyLogin: passkeyLogsIn(site.accounts.secondFactor),
    },
    session: site.accounts.session,
    reset: { kind: site.accounts.reset.kind, askedBy: site.accounts.reset.askedBy, life: site.accounts.reset.life },
    hasOwnLoginIds: hasOwnLoginIds(site.accounts),
    menu: site.menu,
    documents: site.documentsMet.flatMap(({ name, met }) => {
      const version = currentVersion(site, name, now);
      return version ? [{ name, met, version }] : [];
    }),
  };
}

function presentSignUp(way: SignUp): z.infer<typeof siteResponse>['signUps'][number] {
  const { organization, steps, loginId, proof, secondCheck } = way;
  const asked = { fields: presentFields(formFields(way)), loginId: loginId.kind, loginIdRule: presentRule(loginId) };
  return { organization, steps, ...asked, proof, secondCheck };
}

const documentPath = sitePath.extend({ document: z.enum(documentNames) });
const documentQuery = z.strictObject({ language: z.enum(languages).optional(), version: z.iso.date().optional() });

const getDocument = route({
  operationId: 'getDocument',
  method: 'get',
  path: '/api/{site}/documents/{document}',
  summary: 'A document of the site as HTML, in the version that counts today or an older one',
  access: 'public',
  duringMaintenance: 'open',
  params: documentPath,
  query: documentQuery,
  status: 200,
  response: z.strictObject({
    name: z.enum(documentNames),
    version: z.iso.date(),
    versions: z.array(z.iso.date()),
    language: z.enum(languages),
    html: z.string(),
    headings: z.array(
      z.strictObject({ id: z.string(), depth: z.union([z.literal(2), z.literal(3)]), text: z.string() }),
    ),
  }),
  problems: ['platform/not-found'],
  handle: async ({ site, params, query, language, now }) => {
    const wished = { language: query.language ?? language, version: query.version };
    const document = readableDocument(site, params.document, wished, now);
    if (!document) return platformProblem('not-found');
    const { renderDocument } = await import('./render-document.ts');
    const versions = readableVersions(site, params.document, now);
    const rendered = await renderDocument(document.markdown);
    const { version, language: written } = document;
    return { status: 200, body: { name: params.document, version, versions, language: written, ...rendered } };
  },
});

const downloadDocument = route({
  operationId: 'downloadDocument',
  method: 'get',
  path: '/api/{site}/documents/{document}/file',
  summary: 'A document of the site as one HTML file to keep and print',
  access: 'public',
  duringMaintenance: 'open',
  params: documentPath,
  query: documentQuery,
  status: 200,
  response: z.string(),
  contentType: 'text/html',
  problems: ['platform/not-found'],
  handle: async ({ site, params, query, language, now }) => {
    const wished = { language: query.language ?? language, version: query.version };
    const document = readableDocument(site, params.document, wished, now);
    if (!document) return platformProblem('not-found');
    const { documentFile } = await import('./document-file.ts');
    const { name, html } = await documentFile(site, document);
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-cache',
    };
    return new Response(html, { headers });
  },
});

/** `capabilities` are those whose options the pages may ask for. */
export function siteRoutes(capabilities: readonly Capability[]): Route[] {
  return [listSites, getSite(capabilities), getDocument, downloadDocument];
}
