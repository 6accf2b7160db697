import { endDecisions } from '../../../domain/devices/end-of-use.ts';
import { translatorFor } from '../../../domain/texts/translator.ts';
import { exporter } from '../../exports/exporter.ts';
import { reportQuery } from './routes.ts';
import { reportRows } from './store.ts';

/** Reports that devices are out of use, as a file. */
export const endReportExporter = exporter({
  kind: 'end-reports',
  summary: 'Reports that devices are out of use, and what was decided',
  permission: 'devices:read',
  query: reportQuery,
  problems: [],
  open: async ({ app, scope, language, query }) => {
    const say = translatorFor(language, 'headings');
    return {
      conditions: { state: query.state },
      columns: [
        { key: 'reportedAt', kind: 'instant' },
        { key: 'serial', kind: 'code' },
        { key: 'model', kind: 'text' },
        { key: 'organization', kind: 'text' },
        { key: 'endedOn', kind: 'date' },
        { key: 'reason', kind: 'text' },
        { key: 'decision', kind: 'text' },
        { key: 'decidedAt', kind: 'instant' },
        { key: 'answer', kind: 'text' },
      ],
      async *rows(read) {
        for await (const batch of read(reportRows(app.db, scope, query.state === 'undecided', query.sort)))
          yield batch.map((row) => {
            const decision = endDecisions.find((one) => one === row.decision);
            return [
              row.reportedAt.getTime(),
              row.serial,
              row.model,
              row.organization,
              row.endedOn,
              row.reason,
              say(`end-reports.decisions.${decision ?? 'open'}`),
              row.decidedAt?.getTime() ?? null,
              row.answer,
            ];
          });
      },
    };
  },
});
