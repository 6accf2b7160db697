import { sql, type RawBuilder } from 'kysely';

export const webhookStates = ['on', 'failing', 'off', 'gone', 'given-up', 'stopped'] as const;
export type WebhookState = (typeof webhookStates)[number];

/**
 * How it stands with a webhook `w` whose maker is `u`: switched `off` by a person, by the receiver itself (`gone`) or after it took nothing for
 * long (`given-up`); `stopped` because its maker belongs to the organization no more; `failing` as long as its receiver takes nothing.
 */
export function stateOfWebhook(): RawBuilder<WebhookState> {
  return sql<WebhookState>`case when w.off_why = 'gone' then 'gone' when w.off_why = 'failing' then 'given-up'
    when w.off_at is not null then 'off'
    when u.ended_at is not null or u.organization_id <> w.organization_id then 'stopped'
    when w.failing_since is not null then 'failing' else 'on' end`;
}

/** Whether anything goes to it. */
export const isSent = sql<boolean>`(w.removed_at is null and w.off_at is null and u.ended_at is null
  and u.organization_id = w.organization_id and o.closed_at is null)`;
