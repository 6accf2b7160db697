import { periodState, type PeriodState } from '../../domain/notices/period.ts';
import type { Localised } from '../../domain/site/languages.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { lockNotice, readNotice, valuesOf } from './store.ts';

/** What others may send on of a notice. */
export type Mailable = { id: string; state: PeriodState; title: Localised; body: Localised };

type Row = NonNullable<Awaited<ReturnType<typeof lockNotice>>>;

function present(row: Row, now: Date): Mailable {
  const { title, body, ...period } = valuesOf(row);
  return { id: row.id, state: periodState(period, now), title, body };
}

export async function noticeToMail(db: Database, siteId: string, id: string, now: Date): Promise<Mailable | null> {
  const row = await readNotice(db, siteId, id);
  return row ? present(row, now) : null;
}

/** As `noticeToMail`, held until the transaction ends: of two who mail it at once the second sees whom the first reached. */
export async function holdNoticeToMail(tx: Tx, siteId: string, id: string, now: Date): Promise<Mailable | null> {
  const row = await lockNotice(tx, siteId, id);
  return row ? present(row, now) : null;
}
