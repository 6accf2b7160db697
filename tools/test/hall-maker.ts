import { after, hoursMs } from '../../server/kernel/clock.ts';
import { until } from '../../proof/kit/child-server.ts';
import { anEvent, canary, done, firstOf, type HallServer, type Things } from './hall-site.ts';
import { publishNotice } from './mailings.ts';
import { newColleague, type Colleague } from './organizations.ts';
import type { Answer } from './person.ts';

const mailWithinMs = 60_000;

/** What only operators have: what they sent and planned, the keys they made, mails that did not get through. */
export async function furnishMaker(
  server: HallServer,
  operator: Colleague,
  siteId: string,
): Promise<{ known: Things; secrets: string[] }> {
  const { path, organization } = operator;
  const colleague = await newColleague(server, organization, 'manager', { siteId });
  const notice = await publishNotice(server, operator, 'お知らせ');
  const wish = { notice, kind: 'important', organizations: [organization] };
  const keys = { category: 'conference-unit', productNumber: 'EX-MP04', purpose: canary, note: canary };
  const batch = placesOf(await operator.create(`${path}/activation-key-batches`, { ...keys, count: 1, format: 'csv' }));
  const known = {
    organization,
    other: organization,
    user: colleague.id,
    session: firstOf(await operator.call('GET', '/account/sessions')),
    notice,
    window: await planWindow(server, operator),
    mailing: await done(operator.create(`${path}/mailings`, wish)),
    ...batch,
    mail: await refusedMail(server, operator, colleague),
    event: await anEvent(operator),
  };
  return { known, secrets: [operator.mail, colleague.mail] };
}

function placesOf(answer: Answer): { batch: string; delivery: string } {
  const [, batch = '', delivery = ''] =
    /(bat_[^/]+)\/deliveries\/(.+)$/.exec(answer.headers.get('location') ?? '') ?? [];
  if (!batch || !delivery) throw new Error(answer.text);
  return { batch, delivery };
}

/** Far enough away that nobody is told of it yet. */
function planWindow({ clock }: HallServer, operator: Colleague): Promise<string> {
  const [startsAt, endsAt] = [200, 201].map((days) => after(clock.now(), days * 24 * hoursMs).toISOString());
  const body = { ja: '点検', en: 'Inspection' };
  return done(operator.create(`${operator.path}/maintenance-windows`, { startsAt, endsAt, body }));
}

async function refusedMail({ mail }: HallServer, operator: Colleague, to: Colleague): Promise<string> {
  mail.answerWith(550);
  await to.create('/password-resets', { account: to.mail });
  let listed: Answer | undefined;
  const isListed = async () => {
    listed = await operator.call('GET', `${operator.path}/failed-mails?text=${encodeURIComponent(to.mail)}`);
    return Number(listed.body.total) > 0;
  };
  await until('the mail is refused', isListed, mailWithinMs);
  mail.answerWith(null);
  return firstOf(listed as Answer);
}
