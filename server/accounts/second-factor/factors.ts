import type { SecondStepKind } from '../../../domain/accounts/second-factor.ts';
import type { Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';

/** What somebody could answer a second step with. */
export type Factors = { totp: boolean; passkeys: number; recoveryCodes: number };

export async function findFactors(db: Database | Tx, siteId: string, userId: string): Promise<Factors> {
  const row = await db
    .selectNoFrom((eb) => [
      eb
        .exists(
          eb.selectFrom('totp_secrets').select('user_id').where('site_id', '=', siteId).where('user_id', '=', userId),
        )
        .as('totp'),
      eb
        .selectFrom('passkeys')
        .select(eb.fn.countAll<number>().as('count'))
        .where('site_id', '=', siteId)
        .where('user_id', '=', userId)
        .as('passkeys'),
      eb
        .selectFrom('recovery_codes')
        .select(eb.fn.countAll<number>().as('count'))
        .where('site_id', '=', siteId)
        .where('user_id', '=', userId)
        .where('used_at', 'is', null)
        .as('recoveryCodes'),
    ])
    .executeTakeFirstOrThrow();
  return { totp: Boolean(row.totp), passkeys: row.passkeys ?? 0, recoveryCodes: row.recoveryCodes ?? 0 };
}

/** A set of recovery codes is no factor by itself: it stands in for the others. */
export function hasFactor({ totp, passkeys }: Pick<Factors, 'totp' | 'passkeys'>): boolean {
  return totp || passkeys > 0;
}

/** How the second step can be answered, the quickest first. */
export function stepKinds({ totp, passkeys, recoveryCodes }: Factors): SecondStepKind[] {
  return [
    ...(passkeys > 0 ? (['passkey'] as const) : []),
    ...(totp ? (['totp'] as const) : []),
    ...(recoveryCodes > 0 ? (['recovery-code'] as const) : []),
  ];
}

/** Whether a password alone does not open this account. */
export async function hasSecondFactor(db: Database | Tx, site: Site, userId: string): Promise<boolean> {
  if (site.accounts.secondFactor.use === 'off') return false;
  return hasFactor(await findFactors(db, site.id, userId));
}

/** Logins that were half-way end with the password that began them. */
export async function endSecondSteps(tx: Tx, siteId: string, userId: string): Promise<void> {
  await tx.deleteFrom('login_steps').where('site_id', '=', siteId).where('user_id', '=', userId).execute();
}

/** One change of somebody's factors after the other, so that "the first" and "the last" are told rightly. */
export async function lockUser(tx: Tx, siteId: string, userId: string): Promise<void> {
  await tx
    .selectFrom('users')
    .select('id')
    .where('site_id', '=', siteId)
    .where('id', '=', userId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** Takes everything away: by an operator, or because the person is erased. */
export async function removeAllFactors(tx: Tx, siteId: string, userId: string): Promise<void> {
  for (const table of [
    'totp_secrets',
    'totp_setups',
    'passkeys',
    'recovery_codes',
    'login_steps',
    'passkey_challenges',
  ] as const)
    await tx.deleteFrom(table).where('site_id', '=', siteId).where('user_id', '=', userId).execute();
}
