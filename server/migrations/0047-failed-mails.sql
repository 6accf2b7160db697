-- What operators are told of a mail that could not be handed over (P-26): what it would have said, when it was tried last, and how often
-- before somebody had it handed over again.
alter table mails add column subject text;
alter table mails add column tried_at timestamptz;
alter table mails add column earlier_tries integer not null default 0;
update mails m set tried_at = coalesce(
    (select max(e.occurred_at) from events e
      where e.site_id = m.site_id and e.what = 'mail.dead' and e.subject = 'mail/' || m.id),
    m.next_try_at)
  where m.state = 'dead';
create index mails_given_up on mails (site_id, tried_at) where state = 'dead';
