import type { App, Site } from '../../kernel/app.ts';
import { countersOf } from '../../counters/ledger/models.ts';
import { causeOf, findModels } from '../../counters/ledger/take.ts';
import type { ReportTaker, TakenReport } from '../../readings/report-taker.ts';
import { postDepartments, type NewEntry } from './post.ts';
import { wholeDevice } from './store.ts';

/** Puts what devices counted by department into their ledgers, in the transaction that stores their messages. */
export const departmentEntries: ReportTaker = {
  kinds: ['counters', 'events'],
  take: async (app, tx, reports) => {
    const counting = reports.filter((report) => counts(app, report));
    if (counting.length === 0) return;
    const models = await findModels(tx, counting);
    for (const [siteId, own] of Map.groupBy(counting, (report) => report.siteId)) {
      const site = app.sites.get(siteId);
      if (site)
        await postDepartments(
          app,
          tx,
          site,
          own.flatMap((report) => entryOf(site, models, report)),
        );
    }
  },
};

function counts(app: App, { siteId, kind, body }: TakenReport): boolean {
  const site = app.sites.get(siteId);
  if (!site || !('departments' in site.capabilities)) return false;
  return kind === 'counters' ? body['department'] !== undefined : causeOf(body) !== undefined;
}

function entryOf(site: Site, models: ReadonlyMap<number, string>, report: TakenReport): NewEntry[] {
  const { deviceKey, at, kind, body, receivedAt } = report;
  const model = models.get(deviceKey);
  const ordinals = model === undefined ? null : countersOf(site, model).ordinals;
  if (model === undefined || !ordinals || ordinals.size === 0) return [];
  const entry = { deviceKey, model, timeMs: at.getTime(), receivedAt, values: [], facts: null };
  if (kind === 'events') {
    const cause = causeOf(body);
    return cause ? [{ ...entry, department: wholeDevice, cause }] : [];
  }
  const values: (number | null)[] = [];
  for (const [code, value] of Object.entries(body['values'] as Record<string, number>)) {
    const ordinal = ordinals.get(code);
    if (ordinal === undefined) continue;
    while (values.length <= ordinal) values.push(null);
    values[ordinal] = value;
  }
  if (values.length === 0) return [];
  return [{ ...entry, department: String(body['department']), cause: 'reported', values }];
}
