import { formatKey } from '../../domain/registration-keys/key.ts';
import { exporter } from '../exports/exporter.ts';
import { isProblem } from '../kernel/http/problem.ts';
import { anyKeyMaker, categoryNames, installationOf, organizationColumn } from './exporters.ts';
import { deviceIdOf, registrationKeyOf } from './issued.ts';
import { historyQuery, readSpan, totalsQuery } from './queries.ts';
import { dailyTotals, historyRows } from './reports.ts';

const shared = { permission: 'registration-keys:read', problems: ['platform/invalid-fields'] } as const;

/** The daily totals (K-06) as a file. */
const totals = exporter({
  ...shared,
  kind: 'issue-totals',
  summary: 'How many keys were issued on each day',
  query: totalsQuery,
  open: async ({ app, site, scope, session, language, query }) => {
    const span = readSpan(site, query);
    if (isProblem(span)) return span;
    const nameOf = categoryNames(site, language);
    const whose = organizationColumn(session);
    return {
      conditions: { from: span.from, to: span.to },
      columns: [
        { key: 'day', kind: 'date' },
        ...whose,
        { key: 'category', kind: 'text' },
        { key: 'productNumber', kind: 'code' },
        { key: 'count', kind: 'integer' },
      ],
      async *rows(read) {
        for await (const batch of read(dailyTotals(app.db, scope, span, query.sort ?? '-day')))
          yield batch.map((row) => [
            row.day,
            ...whose.map(() => row.organization),
            nameOf(row.category),
            row.productNumber,
            row.count,
          ]);
      },
    };
  },
});

/** The full history (K-06) as a file. */
const history = exporter({
  ...shared,
  kind: 'issue-history',
  summary: 'Every issue with all its details',
  query: historyQuery,
  open: async ({ app, site, scope, session, language, query }) => {
    const span = readSpan(site, query);
    if (isProblem(span)) return span;
    const makeKey = await anyKeyMaker(app, site);
    const nameOf = categoryNames(site, language);
    const whose = organizationColumn(session);
    return {
      conditions: { from: span.from, to: span.to },
      columns: [
        { key: 'issuedAt', kind: 'instant' },
        ...whose,
        { key: 'deviceId', kind: 'code' },
        { key: 'installation', kind: 'text' },
        { key: 'activationKey', kind: 'code' },
        { key: 'registrationKey', kind: 'code' },
        { key: 'productNumber', kind: 'code' },
        { key: 'purpose', kind: 'text' },
        { key: 'category', kind: 'text' },
        { key: 'user', kind: 'text' },
        { key: 'shownAgain', kind: 'integer' },
      ],
      async *rows(read) {
        for await (const batch of read(historyRows(app.db, scope, span, query.sort ?? '-issuedAt')))
          yield batch.map((row) => [
            row.issuedAtMs,
            ...whose.map(() => row.organization),
            deviceIdOf(row),
            installationOf(row),
            formatKey(row.number),
            registrationKeyOf(row, makeKey),
            row.productNumber,
            row.purpose,
            nameOf(row.category),
            row.user,
            row.shownAgain,
          ]);
      },
    };
  },
});

export const reportExporters = [totals, history];
