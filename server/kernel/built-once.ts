import type { CompiledQuery } from 'kysely';
import type { Database, Tx } from './database.ts';

type Buildable<R> = { compile(db: Database | Tx): CompiledQuery<R> };

/**
 * A question that requests ask over and over, put into words once: to build it takes longer than to send it. `build` gets something that stands for
 * each value and may do nothing with it but put it into the question.
 */
export function builtOnce<P extends object, R>(
  names: readonly (keyof P & string)[],
  build: (db: Database | Tx, of: P) => Buildable<R>,
): (db: Database | Tx, values: P) => Promise<R[]> {
  const marks = new Map(names.map((name) => [Object.freeze({ standsFor: name }), name]));
  const of = Object.fromEntries([...marks].map(([mark, name]) => [name, mark])) as P;
  let built: { query: CompiledQuery<R>; values: ((values: P) => unknown)[] } | null = null;
  return async (db, values) => {
    built ??= placed(build(db, of).compile(db), marks);
    const parameters = built.values.map((value) => value(values));
    const { rows } = await db.executeQuery<R>({ ...built.query, parameters });
    return rows;
  };
}

function placed<P extends object, R>(query: CompiledQuery<R>, marks: ReadonlyMap<unknown, keyof P>) {
  const values = query.parameters.map((own): ((values: P) => unknown) => {
    const name = marks.get(own);
    return name === undefined ? () => own : (of) => of[name];
  });
  return { query, values };
}
