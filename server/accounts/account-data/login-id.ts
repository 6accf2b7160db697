import { changeableLoginId, parseLoginId } from '../../../domain/accounts/login-id.ts';
import type { OrganizationKind } from '../../../domain/accounts/permissions.ts';
import type { Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { platformProblem, type FieldFault, type Problem } from '../../kernel/http/problem.ts';
import type { Outcome, Reply } from '../../kernel/http/route.ts';
import { isLoginIdTaken, isUniqueViolation } from '../login-ids.ts';
import { accountProblem } from '../problems.ts';
import { closeOtherSessions } from '../sessions.ts';

/** `id` is that of the session. */
type Who = { userId: string; organizationKind: OrganizationKind; id: string; now: Date };
type Answer = { loginId: string };

/**
 * Gives a user another login ID (K-09): by the site's rule, case kept, unique also without case. The present password is
 * asked when the rest is right; the other sessions end, and the new ID is mailed.
 */
export async function changeLoginId(
  site: Site,
  who: Who,
  typed: string,
  refusePassword: () => Promise<Problem | null>,
  change: (work: (tx: Tx) => Promise<Outcome<Answer>>) => Promise<Reply<Answer> | Problem>,
): Promise<Reply<Answer> | Problem> {
  const rule = changeableLoginId(site.accounts, who.organizationKind);
  if (!rule) return accountProblem('login-id-fixed');
  const wished = parseLoginId(typed, rule);
  if (!wished.ok) {
    const capability = wished.code === 'required' ? 'identifiers' : 'accounts';
    const { params } = wished;
    return platformProblem('invalid-fields', { errors: [fault(`${capability}/${wished.code}`, params)] });
  }
  const refused = await refusePassword();
  if (refused) return refused;
  const taken = accountProblem('login-id-taken', { errors: [fault('accounts/login-id-taken')] });
  try {
    return await change((tx) => store(tx, site, who, wished.value, taken));
  } catch (error) {
    // Somebody else took it between the look and the write.
    if (isUniqueViolation(error)) return taken;
    throw error;
  }
}

function fault(code: string, params?: FieldFault['params']): FieldFault {
  return { pointer: '/loginId', code, ...(params && { params }) };
}

async function store(tx: Tx, site: Site, who: Who, loginId: string, taken: Problem): Promise<Outcome<Answer>> {
  const reply = { status: 200, body: { loginId } } as const;
  const user = await tx
    .selectFrom('users')
    .select('login_id')
    .where('site_id', '=', site.id)
    .where('id', '=', who.userId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (user.login_id === loginId) return { reply };
  if (await isLoginIdTaken(tx, site.id, loginId, who.now, { userId: who.userId })) return { reply: taken };
  await tx
    .updateTable('users')
    .set({ login_id: loginId })
    .where('site_id', '=', site.id)
    .where('id', '=', who.userId)
    .execute();
  await closeOtherSessions(tx, site.id, who.userId, who.id);
  return {
    reply,
    events: [
      {
        what: 'login-id.changed',
        subject: `user/${who.userId}`,
        data: { user: who.userId },
        details: { before: { loginId: user.login_id }, after: { loginId } },
      },
    ],
  };
}
