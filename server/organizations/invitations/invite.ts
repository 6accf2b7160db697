import { loginIdPolicyOf, parseLoginId } from '../../../domain/accounts/login-id.ts';
import type { OrganizationKind, Role } from '../../../domain/accounts/permissions.ts';
import type { LoginIdPolicy } from '../../../domain/accounts/policy.ts';
import { parseMailAddress } from '../../../domain/identifiers/mail-address.ts';
import { parseText } from '../../../domain/identifiers/single-line.ts';
import { judgeInvitation } from '../../../domain/organizations/members.ts';
import type { Language } from '../../../domain/site/languages.ts';
import { isLoginIdInUse, isLoginIdTaken, isMailTaken } from '../../accounts/login-ids.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';
import { faultAt, isProblem, platformProblem, type FieldFault, type Problem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { outsideId } from '../../kernel/ids.ts';
import type { Scope, Session } from '../../kernel/session.ts';
import { lockOrganization } from '../lock.ts';
import { organizationProblem } from '../problems.ts';
import { countSending } from './sendings.ts';
import { endInvitation, insertInvitation, lockInvitation, openInvitations, renewLink } from './store.ts';

const nameMax = 100;
/** An organization's invitations that wait at the same time. */
export const openInvitationsMax = 100;

export type InvitedPerson = { name: string; mail: string; loginId?: string | undefined; language: Language };

type Read = { name: string; mail: string; loginId: string | null };

/** Reads whom somebody wants to invite; every fault at its field below `at`. */
export async function readInvited(
  tx: Tx,
  site: Site,
  kind: OrganizationKind,
  typed: InvitedPerson,
  now: Date,
  at = '',
): Promise<Read | Problem> {
  const errors: FieldFault[] = [];
  const name = parseText(typed.name, { min: 1, max: nameMax });
  const mail = parseMailAddress(typed.mail);
  for (const [field, read] of [
    ['name', name],
    ['mail', mail],
  ] as const)
    if (!read.ok) errors.push(faultAt(`${at}/${field}`, read));
  const policy = loginIdPolicyOf(site.accounts, kind);
  const loginId = policy.kind === 'given' ? await readLoginId(tx, site, typed.loginId ?? '', policy, now) : null;
  if (loginId && 'code' in loginId) errors.push({ pointer: `${at}/loginId`, ...loginId });
  if (errors.length > 0 || !name.ok || !mail.ok || (loginId && 'code' in loginId))
    return platformProblem('invalid-fields', { errors });
  return { name: name.value, mail: mail.value, loginId: loginId?.loginId ?? null };
}

type WrongLoginId = Pick<FieldFault, 'code' | 'params'>;

/** A login ID that is chosen, by its owner or by who makes the account. */
export async function readLoginId(
  tx: Tx,
  site: Site,
  typed: string,
  policy: LoginIdPolicy,
  now: Date,
): Promise<{ loginId: string } | WrongLoginId> {
  const read = parseLoginId(typed, policy);
  if (!read.ok) {
    const code = read.code === 'required' ? 'identifiers/required' : `accounts/${read.code}`;
    return { code, ...(read.params && { params: read.params }) };
  }
  if (await isLoginIdTaken(tx, site.id, read.value, now)) return { code: 'accounts/login-id-taken' };
  return { loginId: read.value };
}

/**
 * Whether an address can have no other account here: then its owner is told, and on screen all looks the same (P-19). Somebody
 * who has begun to sign up may be invited all the same: both ways end in one account, whichever is proved first.
 */
export async function isAddressTaken(
  tx: Tx,
  site: Site,
  kind: OrganizationKind,
  mail: string,
  how: 'lock' | 'look',
): Promise<boolean> {
  const rule = loginIdPolicyOf(site.accounts, kind);
  const mayRepeat = rule.kind !== 'mail' && rule.addressMayRepeat;
  if (!mayRepeat && (await isMailTaken(tx, site.id, mail, how))) return true;
  return rule.kind === 'mail' && (await isLoginIdInUse(tx, site.id, mail));
}

/** Stores an invitation and gives the event from which its mail follows. */
export async function makeInvitation(
  app: App,
  tx: Tx,
  site: Site,
  to: { organizationId: string; kind: OrganizationKind; role: Role; invitedBy: string | null },
  person: Read & { language: Language },
  now: Date,
): Promise<{ id: string; event: NewEvent }> {
  const { organizationId, kind, role, invitedBy } = to;
  const addressTaken = await isAddressTaken(tx, site, kind, person.mail, 'look');
  const id = await insertInvitation(app, tx, site, { organizationId, role, invitedBy, addressTaken, ...person }, now);
  return { id, event: sentEvent(id, organizationId, role, false, person) };
}

function sentEvent(
  id: string,
  organization: string,
  role: string,
  again: boolean,
  details: { name: string; mail: string },
): NewEvent {
  const { name, mail } = details;
  const data = { invitation: id, organization, role, again };
  return { what: 'invitation.sent', subject: `invitation/${id}`, data, details: { name, mail } };
}

/** Invites somebody into the caller's organization (P-15). Whether the address has an account already cannot be told from the answer. */
export async function invite(
  app: App,
  tx: Tx,
  site: Site,
  session: Session,
  scope: Scope,
  typed: InvitedPerson & { role: Role },
): Promise<Outcome<{ id: string }>> {
  const judged = judgeInvitation(session.role, typed.role);
  if (!judged.ok) return { reply: organizationProblem(judged.code) };
  const person = await readInvited(tx, site, session.organizationKind, typed, scope.now);
  if (isProblem(person)) return { reply: person };
  if (!(await lockOrganization(tx, site.id, scope.organizationId))) return { reply: platformProblem('not-found') };
  const { count } = await openInvitations(tx, scope)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (count >= openInvitationsMax)
    return { reply: organizationProblem('too-many-invitations', { params: { max: openInvitationsMax } }) };
  const refused = await countSending(tx, session, scope, null);
  if (refused) return { reply: refused };
  const { organizationId, organizationKind: kind, userId } = session;
  const to = { organizationId, kind, role: typed.role, invitedBy: userId };
  const made = await makeInvitation(app, tx, site, to, { ...person, language: typed.language }, scope.now);
  return { reply: { status: 201, body: { id: outsideId('invitation', made.id) } }, events: [made.event] };
}

/** Sends an invitation once more, with another link; the one before ends. */
export async function sendAgain(
  app: App,
  tx: Tx,
  site: Site,
  session: Session,
  scope: Scope,
  id: string,
): Promise<Outcome<never>> {
  const found = await lockInvitation(tx, scope, id);
  if (!found) return { reply: platformProblem('not-found') };
  const judged = judgeInvitation(session.role, found.role as Role);
  if (!judged.ok) return { reply: organizationProblem(judged.code) };
  const refused = await countSending(tx, session, scope, id);
  if (refused) return { reply: refused };
  const addressTaken = await isAddressTaken(tx, site, session.organizationKind, found.mail, 'look');
  await renewLink(app, tx, site, id, addressTaken, scope.now);
  const event = sentEvent(id, scope.organizationId, found.role, true, found);
  return { reply: { status: 204 }, events: [event] };
}

/** Takes an invitation back: its link opens nothing any more, and who was invited is mailed. */
export async function withdrawInvitation(tx: Tx, scope: Scope, id: string): Promise<Outcome<never>> {
  const found = await lockInvitation(tx, scope, id);
  if (!found) return { reply: platformProblem('not-found') };
  await endInvitation(tx, scope.siteId, id, scope.now);
  const data = { invitation: id, organization: scope.organizationId, role: found.role };
  return { reply: { status: 204 }, events: [{ what: 'invitation.withdrawn', subject: `invitation/${id}`, data }] };
}
