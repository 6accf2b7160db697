import type { App, Site } from '../kernel/app.ts';
import { after, daysMs } from '../kernel/clock.ts';
import { writeEvents } from '../kernel/events.ts';
import { isProblem } from '../kernel/http/problem.ts';
import { publish } from '../notices/notices.ts';

const shownDays = 90;
const title = { ja: 'お試し用のポータルです', en: 'This portal is for trying things out' };
const body = {
  ja: '会社名、機器、キーはすべて架空のものです。メールは送信されず、開発用の受信箱で読めます。',
  en: 'Companies, devices and keys are made up. No mail leaves this machine; a mailbox for development shows what would be sent.',
};

/** A notice on the demo's login and home page that says what this is. */
export async function seedNotice(app: App, site: Site): Promise<void> {
  const now = app.clock.now();
  const there = await app.db.selectFrom('notices').select('id').where('site_id', '=', site.id).executeTakeFirst();
  if (there) return;
  const period = { startsAt: now.toISOString(), endsAt: after(now, shownDays * daysMs).toISOString() };
  await app.db.transaction().execute(async (tx) => {
    const { reply, events } = await publish(tx, site.id, { kind: 'normal', ...period, title, body }, now);
    if (isProblem(reply)) throw new Error(`the notice of the demo was refused: ${reply.code}`);
    await writeEvents(tx, { siteId: site.id, actor: { kind: 'command' }, now, requestId: null }, events ?? []);
  });
}
