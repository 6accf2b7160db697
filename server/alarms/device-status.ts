import { sql } from 'kysely';
import { z } from 'zod';
import { severities } from '../../domain/alarms/severity.ts';
import { findModel } from '../../domain/devices/options.ts';
import { deviceOptions } from '../../domain/site/capabilities.ts';
import { languages, type Localised } from '../../domain/site/languages.ts';
import { reachableDevice } from '../kernel/access.ts';
import type { Site } from '../kernel/app.ts';
import type { Database } from '../kernel/database.ts';
import { evenly } from '../kernel/evenly.ts';
import { platformProblem } from '../kernel/http/problem.ts';
import { route } from '../kernel/http/route.ts';
import { instant, localised, organizationPath, outsideIdSchema } from '../kernel/http/schemas.ts';
import { insideId } from '../kernel/ids.ts';
import type { Scope } from '../kernel/session.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import { statusOf } from './watched.ts';

const response = z.strictObject({
  /** Its protocol can say how it is; one that cannot counts as normal. */
  able: z.boolean(),
  /** The newest status that it reported to its owner, the worst first; null where there is none. */
  reported: z
    .strictObject({
      at: instant,
      states: z.array(
        z.strictObject({
          code: z.string(),
          severity: z.enum(['normal', ...severities]),
          name: localised,
          remedy: localised.nullable(),
        }),
      ),
    })
    .nullable(),
  /** Since when it should have reported and did not. */
  silentSince: instant.nullable(),
  lastCountedAt: instant.nullable(),
});
type Response = z.infer<typeof response>;

type Row = {
  model: string;
  at: Date | null;
  states: string[] | null;
  silentSince: Date | null;
  countedAt: Date | null;
};

/** What a device itself says of how it is, in words, and when it said so (C-03). */
export const deviceStatusRoute = route({
  operationId: 'getDeviceStatus',
  method: 'get',
  path: '/api/{site}/organizations/{organization}/devices/{device}/status',
  summary: 'What a device said last of how it is, since when it is silent, and when its counters came last',
  access: 'alarms:read',
  params: organizationPath.extend({ device: outsideIdSchema('device') }),
  status: 200,
  response,
  problems: ['platform/not-found'],
  handle: async ({ app, site, scope, params }) => {
    const row = await evenly(
      () => findStatus(app.db, scope, insideId(params.device)),
      (found) => found === undefined,
    );
    return row ? { status: 200, body: present(site, row) } : platformProblem('not-found');
  },
});

async function findStatus(db: Database, scope: Scope, deviceId: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select v.model, s.at, s.states, c.last_at as "countedAt",
      (select min(a.since) from v_open_alarms a
        where a.site_id = v.site_id and a.registration_id = v.registration_id and a.cause = 'silence') as "silentSince"
    from v_registered_devices v
    left join alarm_statuses s on s.device_key = v.device_key and s.at >= v.from_at
    left join v_counter_times c on c.site_id = v.site_id and c.registration_id = v.registration_id
    where v.site_id = ${scope.siteId} and v.device_id = ${deviceId} and v.until_at is null
      and ${reachableDevice(scope, 'read', { organization: 'v.organization_id', registration: 'v.registration_id' })}`.execute(
    db,
  );
  return rows[0];
}

function present(site: Site, { model, at, states, silentSince, countedAt }: Row): Response {
  const rank = ({ severity }: { severity: string }) => severities.findIndex((one) => one === severity);
  return {
    able: findModel(deviceOptions(site), model)?.reportsStatus ?? true,
    reported: at && {
      at: at.toISOString(),
      states: (states ?? []).map((code) => inWords(site, model, code)).toSorted((a, b) => rank(b) - rank(a)),
    },
    silentSince: silentSince?.toISOString() ?? null,
    lastCountedAt: countedAt?.toISOString() ?? null,
  };
}

function inWords(site: Site, model: string, code: string) {
  const known = statusOf(site, model, code);
  const unknown = languages.map(
    (language) => [language, translatorFor(language, 'headings')('alarms.causes.unknown', { code })] as const,
  );
  return {
    code,
    severity: known?.severity ?? ('unknown' as const),
    name: known?.name ?? (Object.fromEntries(unknown) as Localised),
    remedy: known?.remedy ?? null,
  };
}
