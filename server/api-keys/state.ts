import { sql, type RawBuilder } from 'kysely';

export const keyStates = ['active', 'ended', 'revoked', 'stopped'] as const;
export type KeyState = (typeof keyStates)[number];

/**
 * How it stands with a key `k` whose maker is `u`: `revoked` by a person, `ended` by its date, `stopped` because its maker belongs to the
 * organization no more. The one condition by which a key is let in, and by which lists show it.
 */
export function stateOfKey(now: Date): RawBuilder<KeyState> {
  return sql<KeyState>`case when k.revoked_at is not null then 'revoked'
    when k.ends_at <= ${now}::timestamptz then 'ended'
    when u.ended_at is not null or u.organization_id <> k.organization_id then 'stopped'
    else 'active' end`;
}
