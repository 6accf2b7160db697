-- Which sizes of paper somebody wants to see (C-10); who never chose has no row.
create table counter_paper_choices (
  site_id text not null,
  user_id uuid not null,
  sizes text[] not null check (cardinality(sizes) > 0),
  changed_at timestamptz not null,
  primary key (site_id, user_id),
  foreign key (site_id, user_id) references users
);
