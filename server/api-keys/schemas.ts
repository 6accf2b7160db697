import { z } from 'zod';
import { scopes } from '../../domain/api-keys/scopes.ts';
import { instant, organizationPath, outsideIdSchema, sortBy } from '../kernel/http/schemas.ts';
import { outsideId } from '../kernel/ids.ts';
import { keyStates } from './state.ts';
import { keySorts, type KeyFilter, type KeyRow } from './store.ts';

const textMax = 200;
export const nameMax = 80;

export const keyPath = organizationPath.extend({ key: outsideIdSchema('apiKey') });

export const keyQuery = z.strictObject({
  text: z.string().max(textMax).default('').describe('A part of the name, in any width and case'),
  state: z.enum(keyStates).optional(),
  sort: sortBy(keySorts),
});

export function filterOf({ text, state }: z.output<typeof keyQuery>): KeyFilter {
  return { text: text.trim(), state: state ?? null };
}

export const keyResponse = z.strictObject({
  id: outsideIdSchema('apiKey'),
  name: z.string(),
  /** How the key begins, so that people know it again. */
  begins: z.string(),
  scopes: z.array(z.enum(scopes)),
  state: z.enum(keyStates),
  maker: z.string(),
  createdAt: instant,
  endsAt: instant.nullable(),
  revokedAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
  lastAddress: z.string().nullable(),
});
export type KeyResponse = z.infer<typeof keyResponse>;

export function presentKey(row: KeyRow): KeyResponse {
  const said = (at: Date | null) => at?.toISOString() ?? null;
  return {
    id: outsideId('apiKey', row.id),
    name: row.name,
    begins: row.begins,
    scopes: scopes.filter((scope) => row.scopes.includes(scope)),
    state: row.state,
    maker: row.maker,
    createdAt: row.createdAt.toISOString(),
    endsAt: said(row.endsAt),
    revokedAt: said(row.revokedAt),
    lastUsedAt: said(row.lastUsedAt),
    lastAddress: row.lastAddress,
  };
}
