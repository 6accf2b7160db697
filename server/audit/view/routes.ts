import type { z } from 'zod';
import type { App, Site } from '../../kernel/app.ts';
import { offsetOf } from '../../kernel/http/list.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import { route } from '../../kernel/http/route.ts';
import { organizationPath, outsideIdSchema, pageOf, pageQuery } from '../../kernel/http/schemas.ts';
import { insideId } from '../../kernel/ids.ts';
import type { Scope, Session } from '../../kernel/session.ts';
import { readFilter, type AuditReader } from './filter.ts';
import { withheldFrom } from './withheld.ts';
import { presentEntry } from './present.ts';
import { auditEntry, auditEvent, auditQuery } from './schemas.ts';
import { countAudit, findPosition, findPositions, readEvents } from './store.ts';
import { nameSubjects } from './subjects.ts';

const base = '/api/{site}/organizations/{organization}/audit';

export function readerOf(scope: Scope, session: Session): AuditReader {
  return { scope, wholeSite: session.organizationKind === 'maker' };
}

const list = route({
  operationId: 'listAudit',
  method: 'get',
  path: base,
  summary: 'What was done, by whom, for whom, when and from where, the newest first: of the whole site for operators',
  access: 'audit:read',
  params: organizationPath,
  query: auditQuery.extend(pageQuery.shape),
  status: 200,
  response: pageOf(auditEntry),
  problems: [],
  handle: async ({ app, site, scope, session, query }) => {
    const reader = readerOf(scope, session);
    return { status: 200, body: await listAudit(app, site, reader, query) };
  },
});

type Wish = z.output<typeof auditQuery> & z.output<typeof pageQuery>;

async function listAudit({ db }: App, site: Site, reader: AuditReader, query: Wish) {
  const filter = await readFilter(db, site, reader, query);
  const totals = await countAudit(db, reader, filter);
  const span = { total: totals.total, limit: query.pageSize, offset: offsetOf(query) };
  const rows = await readEvents(db, reader, await findPositions(db, reader, filter, span));
  const names = await nameSubjects(
    db,
    site.id,
    rows.map(({ subject }) => subject),
  );
  const items = rows.map((row) => presentEntry(withheldFrom(reader, row), names));
  return { items, ...totals, page: query.page, pageSize: query.pageSize };
}

const one = route({
  operationId: 'getAuditEvent',
  method: 'get',
  path: `${base}/{event}`,
  summary: 'One event of the log as it was recorded, with its seal',
  access: 'audit:read',
  params: organizationPath.extend({ event: outsideIdSchema('event') }),
  status: 200,
  response: auditEvent,
  problems: ['platform/not-found'],
  handle: async ({ app, site, scope, session, params }) => {
    const reader = readerOf(scope, session);
    const position = await findPosition(app.db, reader, insideId(params.event));
    const [found] = position === null ? [] : await readEvents(app.db, reader, [position]);
    if (!found) return platformProblem('not-found');
    const row = withheldFrom(reader, found);
    const names = await nameSubjects(app.db, site.id, [row.subject]);
    const { subject, data, details, requestId, seal } = row;
    return {
      status: 200,
      body: { ...presentEntry(row, names), requestId, seal, recorded: { subject, data, details } },
    };
  },
});

export const auditRoutes = [list, one];
