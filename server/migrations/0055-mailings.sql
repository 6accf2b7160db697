-- Notices that operators mail (P-05): what was sent, and to whom it was decided to go.

create table mailings (
  site_id text not null,
  id uuid not null,
  created_at timestamptz not null,
  created_by uuid not null,
  kind text not null check (kind in ('important', 'news')),
  -- The notice, and its words as they were: what is changed there later was not sent.
  notice_id uuid not null,
  title_ja text not null,
  title_en text not null,
  body_ja text not null,
  body_en text not null,
  -- The organizations that were chosen; null for all of the site.
  organizations uuid[],
  receivers integer not null,
  -- What became of it, from when mails of that time are forgotten on; until then it is counted.
  counted_at timestamptz,
  sent integer,
  failed integer,
  dropped integer,
  withdrawn integer,
  primary key (site_id, id),
  foreign key (site_id, created_by) references users,
  foreign key (site_id, notice_id) references notices,
  check ((counted_at is null) = (num_nonnulls(sent, failed, dropped, withdrawn) = 0)),
  check (num_nonnulls(sent, failed, dropped, withdrawn) in (0, 4))
);
create index mailings_newest on mailings (site_id, created_at desc, id desc);
create index mailings_notice on mailings (site_id, notice_id);
create index mailings_uncounted on mailings (site_id, created_at) where counted_at is null;

-- Each user gets a notice once, however many mailings of it there are; fixed in the transaction in which it is sent.
create table mailing_receivers (
  site_id text not null,
  notice_id uuid not null,
  user_id uuid not null,
  mailing_id uuid not null,
  mail_id uuid not null,
  primary key (site_id, notice_id, user_id),
  unique (site_id, mail_id),
  foreign key (site_id, mailing_id) references mailings on delete cascade,
  foreign key (site_id, user_id) references users
);
create index mailing_receivers_mailing on mailing_receivers (site_id, mailing_id);
