import { sql } from 'kysely';
import type { PersonalData } from '../own-data/personal-data.ts';

/** What is kept of somebody because they have an account. Whose organization it is may also see its data; so does their copy. */
export const accountPersonalData: PersonalData = {
  account: ({ siteId, userId }) => sql`
    select login_id as "loginId", name, kana, department, mail, role, language, news, news_at as "newsSince", news_way as "newsBy",
      created_at as "createdAt", password_changed_at as "passwordChangedAt", last_login_at as "lastLoginAt"
    from users where site_id = ${siteId} and id = ${userId}`,
  organization: ({ siteId, userId }) => sql`
    select o.kind, o.name, o.organization_form as "organizationForm", o.country, o.postal_code as "postalCode", o.address, o.phone, o.fax,
      o.dealer_code as "dealerCode", o.created_at as "createdAt"
    from organizations o join users u on u.site_id = o.site_id and u.organization_id = o.id
    where u.site_id = ${siteId} and u.id = ${userId}`,
  consents: ({ siteId, userId }) => sql`
    select document, version::text as version, agreed_at as "agreedAt" from consents
    where site_id = ${siteId} and user_id = ${userId} order by agreed_at`,
  passkeys: ({ siteId, userId }) => sql`
    select name, synced, added_at as "addedAt", last_used_at as "lastUsedAt" from passkeys
    where site_id = ${siteId} and user_id = ${userId} order by added_at`,
  authenticatorApps: ({ siteId, userId }) => sql`
    select added_at as "addedAt", last_used_at as "lastUsedAt" from totp_secrets
    where site_id = ${siteId} and user_id = ${userId}`,
  sessions: ({ siteId, userId }) => sql`
    select created_at as "createdAt", last_seen_at as "lastUsedAt", user_agent as browser from sessions
    where site_id = ${siteId} and user_id = ${userId} order by created_at`,
  signUps: ({ siteId, userId }) => sql`
    select login_id as "loginId", mail, fields, language, created_at as "createdAt", proved_at as "provedAt" from sign_ups
    where site_id = ${siteId} and user_id = ${userId} order by created_at`,
  mailChanges: ({ siteId, userId }) => sql`
    select old_mail as "from", new_mail as "to", created_at as "createdAt", ended_at as "endedAt" from mail_changes
    where site_id = ${siteId} and user_id = ${userId} order by created_at`,
  invitations: ({ siteId, userId }) => sql`
    select name, mail, role, language, created_at as "createdAt", sent_at as "sentAt" from invitations
    where site_id = ${siteId} and user_id = ${userId} order by created_at`,
};
