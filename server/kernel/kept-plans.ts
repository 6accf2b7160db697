import { createHash } from 'node:crypto';
import { sql, type PostgresPool, type PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** A text that came so often will come again. One made for a single question, with a place for each of its values, does not. */
export const comesAgainAfter = 3;
/** Texts that are remembered, the longest unseen forgotten first. */
const textsMax = 2_000;
/** So many plans a connection keeps, each of some ten kilobytes and more in the database; with more it is closed, and the next begins anew. */
export const plansMax = 200;
/** Where in PostgreSQL a plan of before a migration is refused, as the statement gives back something else now. */
const staleRoutine = 'RevalidateCachedQuery';
const namesAllColumns = /[\s.]\*(?!\/)/;
const nameCharacters = 24;

const keptMark = '/* plan kept */';

/** Stands in a statement that each request sends again and that takes longer to plan than to do. Who may read something is such a question. */
export const planKept = sql.raw(keptMark);

/**
 * The pool as kysely asks it: statements with `planKept` in them that come again are prepared under a name made of their text, and each
 * connection plans them once. Not all statements are: what is planned while tables are small is bad for the minute in which they grow, and
 * planned anew it is not. Where a plan for any values looks worse than one for these, the database goes on planning anew.
 */
export function keepPlans(pool: pg.Pool): PostgresPool {
  const nameOf = namesOfRepeated();
  const keepers = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    connect: async () => {
      const client = await pool.connect();
      const keeper = keepers.get(client) ?? keeperOf(client, nameOf);
      keepers.set(client, keeper);
      return keeper;
    },
    end: () => pool.end(),
    options: pool.options,
  };
}

function keeperOf(client: pg.PoolClient, nameOf: (text: string) => string | null): PostgresPoolClient {
  const kept = new Set<string>();
  let isStale = false;
  const ask = async (text: string, parameters: readonly unknown[]): Promise<unknown> => {
    const values = [...parameters];
    const isAlone = client.getTransactionStatus() === 'I';
    // After a migration all columns of a table are others; within a transaction nothing could be asked again.
    const mayBeNamed = text.includes(keptMark) && !isStale && (isAlone || !namesAllColumns.test(text));
    const name = mayBeNamed ? nameOf(text) : null;
    if (name === null) return client.query(text, values);
    kept.add(name);
    try {
      return await client.query({ name, text, values });
    } catch (error) {
      if (!(error instanceof Error && 'routine' in error && error.routine === staleRoutine)) throw error;
      isStale = true;
      if (!isAlone) throw error;
      return client.query(text, values);
    }
  };
  return {
    query: ask as PostgresPoolClient['query'],
    release: (broken?: boolean) => client.release(broken === true || isStale || kept.size > plansMax),
  };
}

/** Names for texts that come again, made of the text, so that one and the same is never another. */
function namesOfRepeated(): (text: string) => string | null {
  const texts = new Map<string, { times: number; name: string | null }>();
  return (text) => {
    const known = texts.get(text) ?? { times: 0, name: null };
    known.times += 1;
    if (known.times > comesAgainAfter)
      known.name ??= `kept_${createHash('sha256').update(text).digest('base64url').slice(0, nameCharacters)}`;
    // The last that was seen stands last.
    texts.delete(text);
    texts.set(text, known);
    const [oldest] = texts.keys();
    if (texts.size > textsMax && oldest !== undefined) texts.delete(oldest);
    return known.name;
  };
}
