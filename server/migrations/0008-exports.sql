-- How many rows a list shows a user at first; null until chosen.
alter table users add column list_page_size smallint check (list_page_size in (10, 25, 50, 100));

-- The newest installation text of an organization and device is found without sorting its history: lists and files join it
-- a million times. A trigger keeps the mark, so that a server of the version before keeps it too.
alter table installation_texts add column superseded boolean not null default false;
update installation_texts t set superseded = true
  where exists (
    select 1 from installation_texts n
      where n.site_id = t.site_id and n.organization_id = t.organization_id and n.identifier_id = t.identifier_id
        and (n.stored_at, n.id) > (t.stored_at, t.id)
  );
-- The same index with the device first: it tells most, whatever the planner knows of the organizations.
create index installation_texts_device on installation_texts (site_id, identifier_id, organization_id, stored_at desc, id desc);
drop index installation_texts_newest;

create function supersede_installation_texts() returns trigger language plpgsql as $$
begin
  update installation_texts t set superseded = true
    from stored n
    where t.site_id = n.site_id and t.organization_id = n.organization_id and t.identifier_id = n.identifier_id
      and not t.superseded and (t.stored_at, t.id) < (n.stored_at, n.id);
  return null;
end $$;
create trigger installation_texts_superseded after insert on installation_texts
  referencing new table as stored for each statement execute function supersede_installation_texts();
