import type { App } from '../kernel/app.ts';
import type { Database } from '../kernel/database.ts';
import type { ImportRecord } from './store.ts';

const writeEveryMs = 250;

type Named = Pick<ImportRecord, 'site_id' | 'id'>;

/** Notes, beside the job's own transaction, that somebody begins with it; how often somebody has. */
export async function beginAttempt(db: Database, { site_id, id }: Named, now: Date): Promise<number> {
  const { attempts } = await db
    .insertInto('import_progress')
    .values({ site_id, import_id: id, attempts: 1, began_at: now, rows_done: 0, next_try_at: now })
    .onConflict((conflict) =>
      conflict.columns(['site_id', 'import_id']).doUpdateSet((eb) => ({
        attempts: eb('import_progress.attempts', '+', 1),
        began_at: now,
        rows_done: 0,
      })),
    )
    .returning('attempts')
    .executeTakeFirstOrThrow();
  return attempts;
}

/** Nobody takes it up before the instant that `until` makes of the number of attempts. */
export async function postpone(db: Database, { site_id, id }: Named, until: (attempts: number) => Date): Promise<void> {
  const row = await db
    .selectFrom('import_progress')
    .select('attempts')
    .where('site_id', '=', site_id)
    .where('import_id', '=', id)
    .executeTakeFirst();
  await db
    .updateTable('import_progress')
    .set({ next_try_at: until(row?.attempts ?? 0) })
    .where('site_id', '=', site_id)
    .where('import_id', '=', id)
    .execute();
}

export type ProgressWriter = { done(rows: number): void; end(): Promise<void> };

/** Tells others how many rows are through: now and then, and never in the way of the work. */
export function progressWriter({ db, log }: App, { site_id, id }: Named): ProgressWriter {
  let writing: Promise<unknown> = Promise.resolve();
  let busy = false;
  let lastAt = performance.now();
  return {
    done: (rows) => {
      if (busy || performance.now() - lastAt < writeEveryMs) return;
      busy = true;
      lastAt = performance.now();
      writing = db
        .updateTable('import_progress')
        .set({ rows_done: rows })
        .where('site_id', '=', site_id)
        .where('import_id', '=', id)
        .execute()
        .catch((error: unknown) => log.debug({ err: error }, 'the progress of an import could not be written'))
        .finally(() => {
          busy = false;
        });
    },
    end: async () => {
      await writing;
    },
  };
}
