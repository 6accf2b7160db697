import { translatorFor } from '../../domain/texts/translator.ts';
import { exporter } from '../exports/exporter.ts';
import { alarmQuery, filterOf } from './schemas.ts';
import { alarmRows } from './store.ts';
import { describeAlarm } from './words.ts';

/** Alarms as a file. */
export const alarmExporter = exporter({
  kind: 'alarms',
  summary: 'Alarms about devices, open or all, and who acknowledged them',
  permission: 'alarms:read',
  query: alarmQuery,
  problems: [],
  open: async ({ app, site, scope, language, query }) => {
    const say = translatorFor(language, 'headings');
    const { state, cause, severity, acknowledged, device } = query;
    return {
      conditions: {
        state,
        cause: cause ?? null,
        severity: severity ?? null,
        acknowledged: acknowledged ?? null,
        device: device ?? null,
      },
      columns: [
        { key: 'raisedAt', kind: 'instant' },
        { key: 'clearedAt', kind: 'instant' },
        { key: 'severity', kind: 'text' },
        { key: 'what', kind: 'text' },
        { key: 'serial', kind: 'code' },
        { key: 'installation', kind: 'text' },
        { key: 'organization', kind: 'text' },
        { key: 'acknowledgedAt', kind: 'instant' },
        { key: 'acknowledgedBy', kind: 'text' },
        { key: 'note', kind: 'text' },
      ],
      async *rows(read) {
        for await (const batch of read(alarmRows(app.db, scope, filterOf(query), query.sort)))
          yield batch.map((row) => [
            row.raisedAt.getTime(),
            row.clearedAt?.getTime() ?? null,
            say(`alarms.severities.${row.severity}`),
            describeAlarm(site, language, row),
            row.serial,
            row.installation,
            row.organization,
            row.acknowledgedAt?.getTime() ?? null,
            row.acknowledgerOrganization ?? '',
            row.note,
          ]);
      },
    };
  },
});
