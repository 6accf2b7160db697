import type { Draft } from './draft.ts';

type Keyed = { key: string };

/** The header under which a draft is sent. The draft keeps it before the first try, so that a repeat is no second thing, also after a reload. */
export async function draftKey({
  values,
  commit,
}: Pick<Draft<Keyed>, 'values' | 'commit'>): Promise<{ 'Idempotency-Key': string }> {
  const key = values.key || crypto.randomUUID();
  if (key !== values.key) await commit({ key });
  return { 'Idempotency-Key': key };
}
