-- Reminders of licences that end (L-07).

-- Of whose licences somebody was reminded: a customer's, or, to the dealer above, all those of a sub-dealer's customers.
alter table licence_reminders rename column customer_id to about_id;

-- Up to which moment it was decided who is reminded.
create table licence_reminder_looks (
  site_id text primary key,
  until_at timestamptz not null
);
