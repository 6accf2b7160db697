import { z } from 'zod';
import { periodStates } from '../../domain/notices/period.ts';
import { instant, localised, outsideIdSchema } from '../kernel/http/schemas.ts';
import { typedBody, typedPeriod } from '../notices/schemas.ts';

export const windowStates = [...periodStates, 'cancelled'] as const;

export const windowRequest = typedPeriod.extend({ body: typedBody });
export type WindowRequest = z.infer<typeof windowRequest>;

export const windowResponse = z.strictObject({
  id: outsideIdSchema('maintenanceWindow'),
  startsAt: instant,
  endsAt: instant,
  state: z.enum(windowStates),
  body: localised,
  html: localised,
  version: z.int(),
  changedAt: instant,
});
export type WindowResponse = z.infer<typeof windowResponse>;
