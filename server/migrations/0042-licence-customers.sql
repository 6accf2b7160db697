-- Whom a dealer finds when it assigns licences (L-03): a customer with the address of its first owner, and whether anybody of it has
-- proved one.
create view v_customer_addresses as
  select o.site_id, o.id as organization_id, o.name, o.closed_at, u.login_id, u.mail,
    exists (select from v_proved_addresses p where p.site_id = o.site_id and p.organization_id = o.id) as proved
  from organizations o
  left join lateral (
    select u.login_id, u.mail from users u
    where u.site_id = o.site_id and u.organization_id = o.id and u.role = 'owner' and u.ended_at is null and u.erased_at is null
    order by u.created_at, u.id limit 1
  ) u on true
  where o.kind = 'customer';

create index licence_assignments_newest on licence_assignments (site_id, created_at, id);
