-- Mails decided (exactly once, by the reader of events) and handed over (at least once, under one Message-ID).

create table mails (
  site_id text not null,
  id uuid not null,
  event_id uuid not null,
  recipient text not null,
  template text not null,
  language text not null,
  state text not null check (state in ('due', 'sent', 'dropped', 'dead')),
  tries integer not null,
  next_try_at timestamptz not null,
  sent_at timestamptz,
  last_error text,
  primary key (site_id, id),
  unique (site_id, event_id, template, recipient),
  foreign key (site_id, event_id) references events
);
create index mails_due on mails (next_try_at) where state = 'due';
