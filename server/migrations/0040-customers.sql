-- Customers of dealers (L-01, L-09): whose address nobody has proved yet, and of whose temporary password its dealer was reminded.

-- Since when an address stands in an account that somebody else made, without a link to it having been used; null once one was.
alter table users add column mail_unproved_since timestamptz;
update users u set mail_unproved_since = u.created_at from organizations o
  where o.site_id = u.site_id and o.id = u.organization_id and o.kind <> 'maker' and u.mail <> ''
    and (u.password_temporary or (u.password_hash = '!' and u.last_login_at is null));

-- When whoever set a temporary password was reminded that it is still in use; once.
alter table users add column hand_over_reminded_at timestamptz;
create index users_not_handed_over on users (site_id, password_changed_at)
  where password_temporary and hand_over_reminded_at is null;

-- For lists of others: each customer with its first owner, and how far that account has come. `invited`: no password yet; `temporary`:
-- that of who made the account; `unproved`: one of their own, the address not proved; `proved`.
create view v_customer_accounts as
  select o.site_id, o.id as organization_id, o.parent_id, o.name as organization, o.created_at as since,
    u.id as user_id, u.login_id, u.name, u.mail, u.language, u.last_login_at, u.password_changed_at,
    case when u.mail_unproved_since is not null and u.password_hash = '!' then 'invited'
      when u.password_temporary then 'temporary'
      when u.mail_unproved_since is not null then 'unproved'
      else 'proved' end as state,
    u.mail_unproved_since is null as mail_proved
  from organizations o
  join lateral (
    select w.* from users w where w.site_id = o.site_id and w.organization_id = o.id and w.role = 'owner'
      and w.ended_at is null and w.erased_at is null order by w.created_at, w.id limit 1
  ) u on true
  where o.kind = 'customer' and o.closed_at is null;

-- An address counts as proved only if a link to it was used: who made the account may have chosen the password, and its owner another since.
create or replace view v_proved_addresses as
  select u.site_id, u.organization_id, u.id as user_id, u.name, u.mail, u.language
  from users u
  where u.mail <> '' and u.password_hash <> '!' and not u.password_initial and not u.password_temporary
    and u.mail_unproved_since is null and u.ended_at is null and u.erased_at is null;

-- Customers to whom licences were ever assigned: their address is no dealer's to correct any more.
create view v_licence_customers_assigned as
  select distinct site_id, customer_id as organization_id from licence_assignments;
