import { sql } from 'kysely';
import { z } from 'zod';
import type { DeviceContribution } from '../devices/contribution.ts';
import { outsideIdSchema } from '../kernel/http/schemas.ts';
import { insideId } from '../kernel/ids.ts';

/** The group in which a device is, and when its counters came last, in the list of devices (C-02, C-03). */
export const counterContribution: DeviceContribution = {
  joined: [
    {
      name: 'device_group',
      rows: () => sql`
        select g.group_id, g.name from v_device_groups g where g.site_id = r.site_id and g.registration_id = r.id`,
      columns: [
        {
          key: 'group',
          kind: 'text',
          value: 'device_group.name',
          search: {
            schema: z.union([outsideIdSchema('deviceGroup'), z.literal('none')]),
            fits: (chosen) =>
              sql<boolean>`device_group.group_id is not distinct from ${chosen === 'none' ? null : insideId(chosen)}::uuid`,
          },
          sortBy: 'natural_order(device_group.name) collate "C"',
          mayBeEmpty: true,
        },
      ],
    },
    {
      name: 'counted',
      rows: () => sql`
        select t.last_at from v_counter_times t where t.site_id = r.site_id and t.registration_id = r.id`,
      columns: [{ key: 'lastCounted', kind: 'instant', value: 'counted.last_at', search: null, mayBeEmpty: true }],
    },
  ],
};
