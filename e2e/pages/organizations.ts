import {
  everybodysPassword,
  makeBelow,
  newColleague,
  newOrganization,
  type Colleague,
} from '../../tools/test/organizations.ts';
import { sixthSite } from '../../tools/test/sixth-site.ts';
import { button, enterAs, field, heading } from '../people.ts';
import type { Visit, Walk } from './walk.ts';

const tree = '/o/$organization/organizations';
const members = '/o/$organization/members';
const own = '/account/organization';

/** An owner who looks after the users of the organization, hands it over and thinks of leaving. */
export const organizationOwner: Walk = {
  name: 'an owner looks after users',
  go: async (visit) => {
    const { scene, look } = visit;
    const { language } = look;
    const customer = await newOrganization(scene, 'customer', '見本電機');
    const owner = await newColleague(scene, customer, 'owner', { language });
    const colleague = await newColleague(scene, customer, 'member', { language });
    await enterAs(visit.someone, siteOf(visit), owner);
    await users(visit, owner, colleague);
    await invitation(visit, owner);
    await ownership(visit, colleague);
    await waysOut(visit);
  },
};

const siteOf = ({ scene }: Visit): string => `${scene.url}/${sixthSite}`;

async function users(visit: Visit, owner: Colleague, colleague: Colleague): Promise<void> {
  const { someone, stop } = visit;
  const { page, words } = someone;
  await page.goto(`${siteOf(visit)}/o/${owner.organization}/members`);
  await page.getByRole('row').nth(2).waitFor();
  await stop('users', members);
  await page.goto(`${siteOf(visit)}/o/${owner.organization}/members/${colleague.id}`);
  await button(someone, words('members.view.save')).click();
  await page.getByText(words('members.view.same', { name: '見本 member' })).waitFor();
  await button(someone, words('members.view.end', { name: '見本 member' })).click();
  await page.getByRole('dialog').waitFor();
  await stop('a user, end the membership?', `${members}/$user`);
  await page.goto(`${siteOf(visit)}/o/${owner.organization}/members/${owner.id}`);
  await page.getByText(words('members.view.self')).waitFor();
  await stop('a user, myself', `${members}/$user`);
}

async function invitation(visit: Visit, owner: Colleague): Promise<void> {
  const { scene, someone, stop } = visit;
  const { page, words } = someone;
  const route = `${members}/invite/$draft/$step`;
  const mail = `walk-${Date.now()}@example.jp`;
  await page.goto(`${siteOf(visit)}/o/${owner.organization}/members/invite`);
  await button(someone, words('members.invite.toConfirm')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 2 })).waitFor();
  await stop('invite, with faults', route);
  await field(someone, words('members.invite.name')).fill('見本 次郎');
  await field(someone, words('members.invite.mail')).fill(mail);
  await button(someone, words('members.invite.toConfirm')).click();
  await heading(someone, words('members.invite.confirmTitle'));
  await stop('invite, check', route);
  await button(someone, words('members.invite.send')).click();
  await heading(someone, words('members.invite.doneTitle'));
  await stop('invite, done', route);
  await page.goto(`${siteOf(visit)}/o/${owner.organization}/invitations`);
  await page.getByRole('row').nth(1).waitFor();
  await button(someone, words('members.invitations.withdrawName', { name: '見本 次郎' })).click();
  await page.getByRole('dialog').waitFor();
  await stop('invitations, withdraw?', '/o/$organization/invitations');
  const { text } = await scene.mail.waitFor((one) => one.to === mail);
  await page.goto(/https?:\/\/\S+\/invitation#\S+/.exec(text)?.[0] ?? '');
  await button(someone, words('members.accept.submit')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 3 })).waitFor();
  await stop('accept an invitation, with faults', '/invitation');
  await page.goto('about:blank');
  await page.goto(`${siteOf(visit)}/invitation#nothing`);
  await heading(someone, words('members.accept.invalidTitle'));
  await stop('accept an invitation, a dead link', '/invitation');
}

async function ownership(visit: Visit, colleague: Colleague): Promise<void> {
  const { someone, stop } = visit;
  const { page, words } = someone;
  await page.goto(`${siteOf(visit)}${own}/leave`);
  await page.getByText(words('members.leave.onlyOwner')).waitFor();
  await stop('leave, the only owner', `${own}/leave`);
  await page.goto(`${siteOf(visit)}${own}/hand-over`);
  await page.getByRole('radio').first().waitFor();
  await field(someone, words('members.handOver.password')).fill(everybodysPassword);
  await button(someone, words('members.handOver.submit')).click();
  await page.getByText(words('members.handOver.choose')).first().waitFor();
  await stop('hand over, nobody chosen', `${own}/hand-over`);
  await page.getByRole('radio', { name: '見本 member' }).check();
  await button(someone, words('members.handOver.submit')).click();
  await button(someone, words('members.own.takeBack')).waitFor();
  await stop('my organization, ownership offered', own);
  await colleague.call('POST', `${colleague.path}/hand-over/accept`);
  await page.goto(`${siteOf(visit)}${own}/leave`);
  await field(someone, words('members.leave.password')).waitFor();
  await stop('leave', `${own}/leave`);
}

async function waysOut(visit: Visit): Promise<void> {
  const { scene, someone, look, stop } = visit;
  const { page, words } = someone;
  await page.goto(`${siteOf(visit)}/gone?what=left`);
  await heading(someone, words('members.gone.leftTitle'));
  await stop('left', '/gone');
  const last = await newColleague(scene, await newOrganization(scene, 'dealer'), 'owner', look);
  await page.context().clearCookies();
  await enterAs(someone, siteOf(visit), last);
  await page.goto(`${siteOf(visit)}${own}/close`);
  await button(someone, words('organizations.close.submit')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 2 })).waitFor();
  await stop('close my organization, with faults', `${own}/close`);
}

/** An operator who makes, moves and closes organizations, and works on behalf of one. */
export const organizationOperator: Walk = {
  name: 'an operator looks after organizations',
  go: async (visit) => {
    const { scene, look, someone, stop } = visit;
    const { page, words } = someone;
    const maker = await newOrganization(scene, 'maker');
    const operator = await newColleague(scene, maker, 'owner', look);
    const dealer = await makeBelow(operator, 'dealer', { name: '見本販売' });
    const other = await makeBelow(operator, 'dealer', { name: '受継販売' });
    const customer = await makeBelow(operator, 'customer', { name: '見本電機', parent: dealer });
    const given = { to: other, rights: ['list', 'read', 'act-as'], until: null };
    await operator.create(`${operator.path}/organizations/${customer}/grants`, given);
    const owner = await newColleague(scene, customer, 'owner', look);
    await enterAs(someone, siteOf(visit), operator);
    const pages = `${siteOf(visit)}/o/${operator.organization}/organizations`;
    await page.goto(pages);
    await page.getByRole('row').nth(3).waitFor();
    await stop('organizations', tree);
    await make(visit, pages);
    await page.goto(`${pages}/${customer}`);
    await heading(someone, '見本電機');
    await button(someone, words('organizations.grants.endName', { to: '受継販売' })).click();
    await page.getByRole('dialog').waitFor();
    await stop('an organization, end a grant?', `${tree}/$other`);
    await changes(visit, pages, { dealer, customer });
    await act(visit, pages, { customer, owner });
  },
};

async function make({ someone, stop }: Visit, pages: string): Promise<void> {
  const { page, words } = someone;
  const route = `${tree}/new/$draft/$step`;
  await page.goto(`${pages}/new`);
  await page.getByRole('radio', { name: words('organizations.make.belowADealer') }).check();
  await page.getByRole('radio', { name: '見本販売' }).first().waitFor();
  await button(someone, words('organizations.make.toConfirm')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 4 })).waitFor();
  await stop('make an organization, with faults', route);
  await page.getByRole('radio', { name: words('organizations.kinds.customer'), exact: true }).check();
  await field(someone, words('organizations.make.name')).fill('見本商店');
  await field(someone, words('members.invite.name')).fill('見本 四郎');
  await field(someone, words('members.invite.mail')).fill(`walk-${Date.now()}@example.jp`);
  await button(someone, words('organizations.make.toConfirm')).click();
  await heading(someone, words('organizations.make.confirmTitle'));
  await stop('make an organization, check', route);
  await button(someone, words('organizations.make.submit')).click();
  await heading(someone, words('organizations.make.doneTitle'));
  await stop('make an organization, done', route);
}

async function changes(
  { someone, stop }: Visit,
  pages: string,
  { dealer, customer }: { dealer: string; customer: string },
): Promise<void> {
  const { page, words } = someone;
  await page.goto(`${pages}/${customer}/grants/new`);
  await page.getByRole('radio').first().waitFor();
  await button(someone, words('organizations.grant.submit')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
  await stop('grant, with faults', `${tree}/$other/grants/new`);
  await page.goto(`${pages}/${customer}/move`);
  await page.getByRole('radio').nth(2).waitFor();
  await button(someone, words('organizations.move.submit')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 2 })).waitFor();
  await stop('move, with faults', `${tree}/$other/move`);
  await page.goto(`${pages}/${dealer}/close`);
  await page.getByRole('radio', { name: words('organizations.close.toAnother') }).check();
  await page.getByRole('radio', { name: '受継販売' }).first().check();
  await field(someone, words('organizations.close.reason')).fill('廃業のため');
  await stop('close an organization', `${tree}/$other/close`);
  await button(someone, words('organizations.close.submit')).click();
  await page.getByRole('dialog').waitFor();
  await stop('close an organization, sure?', `${tree}/$other/close`);
}

async function act(
  visit: Visit,
  pages: string,
  { customer, owner }: { customer: string; owner: Colleague },
): Promise<void> {
  const { someone, stop } = visit;
  const { page, words } = someone;
  await page.goto(`${pages}/${customer}/act`);
  await button(someone, words('acting.start.submit')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
  await stop('act on behalf, no reason', `${tree}/$other/act`);
  await field(someone, words('acting.start.reason')).fill('電話での依頼');
  await button(someone, words('acting.start.submit')).click();
  await page.getByRole('region', { name: words('acting.banner.label') }).waitFor();
  await heading(someone, words('shell.welcome.title'));
  await stop('home while acting', '/');
  await page.goto(`${siteOf(visit)}/account/security`);
  await heading(someone, words('acting.refused.title'));
  await stop('security while acting', '/account/security');
  await button(someone, words('acting.banner.endLong', { organization: '見本電機' }))
    .first()
    .click();
  await page.getByText(words('acting.over.title')).waitFor();
  await stop('home after acting', '/');
  await page.context().clearCookies();
  await enterAs(someone, siteOf(visit), owner);
  await page.goto(`${siteOf(visit)}/o/${customer}/acting`);
  await page.getByRole('row').nth(1).waitFor();
  await stop('who acted on our behalf', '/o/$organization/acting');
  await page.getByRole('row').nth(1).getByRole('link').click();
  await page.getByText(words('events.acting.ended')).waitFor();
  await stop('what was done on our behalf', '/o/$organization/acting/$acting');
}
