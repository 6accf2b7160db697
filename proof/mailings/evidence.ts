import { sql } from 'kysely';
import type { App } from '../../server/kernel/app.ts';
import { insideId, outsideId } from '../../server/kernel/ids.ts';
import { findChainFault } from '../kit/chain.ts';
import { siteId, type Scene } from './scene.ts';

/** A mailing as the database has it, with its mails. */
export type Kept = {
  id: string;
  notice: string;
  receivers: number;
  mails: { id: string; to: string; state: string }[];
};
/** `shown` are the numbers that the operator sees of each mailing, by its ID. */
export type Shown = { receivers: number; sent: number; dropped: number; failed: number; waiting: number };
export type Stored = { kept: Kept[]; shown: Map<string, Shown>; events: string[]; chainFault: string | null };

export async function readStored({ db }: App, { organization }: Scene): Promise<Omit<Stored, 'shown'>> {
  const { fault } = await findChainFault(db, siteId);
  const { rows } = await sql<Kept>`
    select m.id, m.notice_id as notice, m.receivers, coalesce((
        select jsonb_agg(jsonb_build_object('id', t.id, 'to', t.recipient, 'state', t.state))
        from mailing_receivers r join mails t on t.site_id = r.site_id and t.id = r.mail_id
        where r.site_id = m.site_id and r.mailing_id = m.id), '[]') as mails
    from mailings m where m.site_id = ${siteId} order by m.id`.execute(db);
  const { rows: events } = await sql<{ text: string }>`
    select case e.what when 'mailing.sent' then 'sent ' || (e.data->>'mailing') else 'withdrawn by ' || u.mail end as text
    from events e left join users u on u.site_id = e.site_id and e.subject = 'user/' || u.id
    where e.site_id = ${siteId} and (e.what = 'mailing.sent' or e.what = 'news.withdrawn' and u.organization_id = ${insideId(organization)})
    `.execute(db);
  const kept = rows.map((one) => ({
    ...one,
    id: outsideId('mailing', one.id),
    notice: outsideId('notice', one.notice),
  }));
  const outside = (text: string) => text.replace(/^sent (.*)/, (_, id: string) => `sent ${outsideId('mailing', id)}`);
  return { kept, events: events.map(({ text }) => outside(text)), chainFault: fault };
}
