import { z } from 'zod';
import { transferOutcomes } from '../../../domain/devices/transfer.ts';
import { organizationPath, instant, outsideIdSchema, sortBy } from '../../kernel/http/schemas.ts';
import { outsideId } from '../../kernel/ids.ts';
import type { Session } from '../../kernel/session.ts';
import { stateOf, transferSides, transferSorts, type TransferRow, type TransferSide } from './store.ts';

const searchMax = 100;
export const typedMax = 400;
export const transferStates = ['waiting', 'open', ...transferOutcomes] as const;
export const devicePath = organizationPath.extend({ device: outsideIdSchema('device') });
export const transferPath = organizationPath.extend({ transfer: outsideIdSchema('transfer') });

export const transferQuery = z.strictObject({
  /** Part of a serial number, written in any way. */
  text: z.string().max(searchMax).default(''),
  side: z.enum(transferSides).optional(),
  sort: sortBy(transferSorts),
});

export const transferResponse = z.strictObject({
  id: outsideIdSchema('transfer'),
  device: outsideIdSchema('device'),
  serial: z.string(),
  model: z.string(),
  type: z.string(),
  /** What the caller's organization is in it. */
  side: z.enum(transferSides),
  cause: z.enum(['offer', 'order']),
  state: z.enum(transferStates),
  /** Whose device it is or was; of what an operator ordered only its owner and operators are told. */
  from: z.string().nullable(),
  /** Who took it over, else under what it is addressed; of what an operator ordered only the receiver and operators are told. */
  to: z.string().nullable(),
  /** Why an operator ordered it; only its owner and operators are told. */
  reason: z.string().nullable(),
  begunAt: instant,
  /** From when it can be taken over. */
  opensAt: instant,
  expiresAt: instant,
  endedAt: instant.nullable(),
});
export type TransferShown = z.infer<typeof transferResponse>;

/**
 * A hand-over as the caller may see it: what an operator ordered tells neither side, nor who looks after one of them, of the other.
 */
export function presentTransfer(
  row: TransferRow,
  { organizationKind }: Pick<Session, 'organizationKind'>,
  now: Date,
): TransferShown {
  const { side } = row;
  const ordered = row.cause === 'order';
  const isToldOf = (own: TransferSide) => !ordered || side === own || organizationKind === 'maker';
  const endedAt = row.endedAt?.toISOString() ?? null;
  return {
    id: outsideId('transfer', row.id),
    device: outsideId('device', row.deviceId),
    serial: row.serial,
    model: row.model,
    type: row.type,
    side,
    cause: ordered ? 'order' : 'offer',
    state: stateOf(row, now),
    from: isToldOf('given') ? row.from : null,
    to: isToldOf('received') ? (row.to ?? row.addressedTo) : null,
    reason: isToldOf('given') && row.reason !== '' ? row.reason : null,
    begunAt: row.begunAt.toISOString(),
    opensAt: row.opensAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    endedAt,
  };
}
