import { flows } from '../../domain/power-flow/flows.ts';
import { readSpan } from '../../domain/power-flow/span.ts';
import { civilOfInstant } from '../../domain/site/civil-time.ts';
import { exporter } from '../exports/exporter.ts';
import { platformProblem } from '../kernel/http/problem.ts';
import { outsideIdSchema } from '../kernel/http/schemas.ts';
import { findFlowDevice } from './device.ts';
import { readHistory } from './history.ts';
import { spanQuery, todayOf } from './routes.ts';

/** What flowed in a day, month or year, as a file: what was not measured is an empty cell. */
export const historyExporter = exporter({
  kind: 'power-flow',
  summary: 'What flowed at a device in a day, month or year',
  permission: 'power-flow:read',
  query: spanQuery.extend({ device: outsideIdSchema('device') }),
  problems: ['platform/not-found', 'platform/malformed'],
  open: async ({ app, site, scope, query: { device, kind, at } }) => {
    const found = await findFlowDevice(app, site, scope, device);
    if (!found) return platformProblem('not-found');
    const span = readSpan(kind, at ?? todayOf(found, kind, scope.now));
    if (!span.ok) return platformProblem('malformed');
    const shown = await readHistory(app, found, span.value, scope.now);
    const own = flows.flatMap((flow, index) => (found.sources[index] ? [{ flow, index }] : []));
    const unit = kind === 'day' ? 'W' : 'Wh';
    const lines =
      kind === 'day'
        ? shown.curve.map((point) => ({
            at: civilOfInstant(new Date(point.at), shown.timeZone).replace('T', ' '),
            values: point.watts,
          }))
        : shown.bars.map((bar) => ({ at: bar.at, values: bar.wh }));
    return {
      conditions: { device, kind, at: span.value.at },
      columns: [
        { key: 'at', kind: 'text' },
        ...own.map(({ flow }) => ({ key: `${flow}${unit}`, kind: 'integer' as const })),
      ],
      async *rows() {
        yield lines.map(({ at: time, values }) => [time, ...own.map(({ index }) => values[index] ?? null)]);
      },
    };
  },
});
