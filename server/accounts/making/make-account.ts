import { parseLoginId } from '../../../domain/accounts/login-id.ts';
import { mayAddressRepeat, type SignUp } from '../../../domain/accounts/policy.ts';
import { madeFields } from '../../../domain/accounts/sign-up.ts';
import { readSignUpForm, type SignUpValues } from '../../../domain/accounts/sign-up-form.ts';
import { parseMailAddress } from '../../../domain/identifiers/mail-address.ts';
import type { Language } from '../../../domain/site/languages.ts';
import type { Refusal } from '../../../domain/verdict.ts';
import type { App, Site } from '../../kernel/app.ts';
import { after, hoursMs } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';
import { platformProblem, type FieldFault, type Problem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { outsideId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import { lockTries, storeTries } from '../../kernel/tries.ts';
import { createOrganization } from '../../organizations/create-organization.ts';
import { holdParent, placeBelow } from '../../organizations/tree/place.ts';
import { isLoginIdTaken, isMailTaken } from '../login-ids.ts';
import { organizationOf, personOf } from '../finish-sign-up.ts';
import { takenLoginId } from '../sign-up.ts';
import { makeUser } from './make-user.ts';
import type { PreparedOpening } from './opening.ts';

/** Addresses and IDs that exist, found out by dealers: so many an hour and organization. */
export const takenPerHourMax = 10;
export const takenPurpose = 'made-accounts-taken';

export type AccountRequest = {
  values: SignUpValues;
  loginId: string;
  mail: string;
  language: Language;
};

export type MadeAccount = {
  user: string;
  organization: string;
  loginId: string;
  mail: string;
  /** Shown now and never again; null where a link is mailed or who asks chose it. */
  password: string | null;
  expiresAt: string | null;
};

type Typed = { values: SignUpValues; loginId: string; mail: string };

/**
 * Makes an organization with its owner for somebody else (camera L-01, printer): an operator, or a dealer for a customer, which
 * then stands below the dealer.
 */
export async function makeAccount(
  app: App,
  tx: Tx,
  site: Site,
  scope: Scope & { isDealer: boolean },
  way: SignUp,
  request: AccountRequest,
  prepared: PreparedOpening,
): Promise<Outcome<MadeAccount>> {
  const { now, organizationId: byOrganizationId } = scope;
  const typed = readRequest(way, request, prepared);
  if (!('loginId' in typed)) return { reply: typed };
  const parentId = scope.isDealer ? byOrganizationId : null;
  const hindrance = await holdParent(tx, site, parentId);
  if (hindrance) return { reply: hindrance };
  const { values, loginId, mail } = typed;
  const tries = await lockTries(tx, site.id, takenPurpose, byOrganizationId, after(now, -hoursMs));
  if (scope.isDealer && tries.length >= takenPerHourMax)
    return { reply: platformProblem('too-many-requests', { retryAfterSeconds: hoursMs / 1000 }) };
  const pointer = way.loginId.kind === 'mail' ? '/mail' : '/loginId';
  const refuse = async (at: string): Promise<Outcome<MadeAccount>> => {
    await storeTries(tx, site.id, takenPurpose, byOrganizationId, [...tries, now]);
    return { reply: takenLoginId(at) };
  };
  if (await isLoginIdTaken(tx, site.id, loginId, now)) return refuse(pointer);
  if (mail !== '' && !mayAddressRepeat(way) && (await isMailTaken(tx, site.id, mail, 'lock'))) return refuse('/mail');
  const organizationId = await createOrganization(tx, site.id, organizationOf({ ...values, mail }, way), now);
  const person = {
    ...personOf(values),
    mail,
    loginId,
    organizationId,
    role: 'owner',
    language: request.language,
  } as const;
  const made = await makeUser(app, tx, site, { ...person, kind: way.organization, byOrganizationId }, prepared, now);
  if (!made) {
    await tx.deleteFrom('organizations').where('site_id', '=', site.id).where('id', '=', organizationId).execute();
    return refuse(pointer);
  }
  await placeBelow(tx, site, { id: organizationId, kind: way.organization }, parentId, now);
  const organizationEvent: NewEvent = {
    what: 'organization.created',
    subject: `organization/${organizationId}`,
    data: { kind: way.organization, organization: organizationId, parent: parentId },
  };
  return {
    reply: {
      status: 201,
      body: {
        user: outsideId('user', made.userId),
        organization: outsideId('organization', organizationId),
        loginId,
        mail,
        password: prepared.shown,
        expiresAt: made.expiresAt?.toISOString() ?? null,
      },
    },
    events: [organizationEvent, ...made.events],
  };
}

/** What was typed, normalised; or every fault at its field. */
function readRequest(way: SignUp, request: AccountRequest, { opening }: PreparedOpening): Typed | Problem {
  const form = readSignUpForm(request.values, madeFields(way.fields));
  const faults: FieldFault[] = form.ok
    ? []
    : form.faults.map(({ field, ...fault }) => ({ pointer: `/values/${field}`, ...fault }));
  const byMail = way.loginId.kind === 'mail';
  const mail = parseMailAddress(request.mail);
  const wantsMail = byMail || opening === 'link';
  if (!mail.ok && wantsMail) faults.push(fault('/mail', 'identifiers', mail));
  const loginId = byMail ? mail : parseLoginId(request.loginId, way.loginId);
  if (!loginId.ok && !byMail)
    faults.push(fault('/loginId', loginId.code === 'required' ? 'identifiers' : 'accounts', loginId));
  if (!form.ok || !loginId.ok || faults.length > 0) return platformProblem('invalid-fields', { errors: faults });
  // An address that nothing proves is not kept: its owner adds it after the first login (printer, C-11).
  return { values: form.value, loginId: loginId.value, mail: wantsMail && mail.ok ? mail.value : '' };
}

function fault(pointer: string, capability: string, { code, params }: Refusal): FieldFault {
  return { pointer, code: `${capability}/${code}`, ...(params && { params }) };
}
