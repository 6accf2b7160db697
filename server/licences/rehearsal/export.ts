import type { Cell } from '../../../domain/exports/columns.ts';
import { renewalOutlooks } from '../../../domain/licences/codes.ts';
import { stepOf } from '../../../domain/licences/reminders.ts';
import { licenceOptions } from '../../../domain/site/capabilities.ts';
import type { Language } from '../../../domain/site/languages.ts';
import { translatorFor } from '../../../domain/texts/translator.ts';
import { exporter } from '../../exports/exporter.ts';
import type { Site } from '../../kernel/app.ts';
import { isProblem } from '../../kernel/http/problem.ts';
import { matching, rehearseUntil, type RehearsalRow } from './rehearse.ts';
import { rehearsalQuery } from './routes.ts';

const rowsAtOnce = 1_000;

/** What would happen until a day, as a file (L-13). */
export const rehearsalExporter = exporter({
  kind: 'licence-rehearsal',
  summary: 'What would happen to licences up to the end of a day when nobody did anything',
  permission: 'licences:rehearse',
  query: rehearsalQuery,
  problems: ['licences/rehearsal-day', 'licences/rehearsal-large'],
  open: async ({ app, site, scope, language, query }) => {
    const found = await rehearseUntil(app, site, scope, query.until);
    if (isProblem(found)) return found;
    const hits = matching(found.rows, query.kind ?? null, query.text);
    const cells = cellsFor(site, language);
    return {
      conditions: { until: found.until.toISOString(), kind: query.kind ?? null },
      columns: [
        { key: 'at', kind: 'instant' },
        { key: 'kind', kind: 'text' },
        { key: 'organization', kind: 'text' },
        { key: 'receiver', kind: 'text' },
        { key: 'step', kind: 'text' },
        { key: 'lastDay', kind: 'date' },
        { key: 'serial', kind: 'code' },
        { key: 'type', kind: 'text' },
        { key: 'termMonths', kind: 'integer' },
        { key: 'quantity', kind: 'integer' },
        ...renewalOutlooks.map((key) => ({ key, kind: 'integer' as const })),
      ],
      async *rows() {
        for (let start = 0; start < hits.length; start += rowsAtOnce)
          yield hits.slice(start, start + rowsAtOnce).map(cells);
      },
    };
  },
});

function cellsFor(site: Site, language: Language): (row: RehearsalRow) => Cell[] {
  const say = translatorFor(language, 'headings');
  const types = new Map(licenceOptions(site).types.map(({ id, name }) => [id, name[language]]));
  return (row) => {
    const step = row.step ? stepOf(row.step) : null;
    return [
      row.at.getTime(),
      say(`licence-rehearsal-words.${row.kind}`),
      row.organization,
      row.receiver,
      step && say(`licence-rehearsal-words.${step.unit}`, { count: step.count }),
      row.lastDay,
      row.serial,
      row.type && (types.get(row.type) ?? row.type),
      row.termMonths,
      row.quantity,
      ...renewalOutlooks.map((outlook) => row.outlooks?.[outlook] ?? null),
    ];
  };
}
