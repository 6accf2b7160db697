-- Getting back in: proofs that a forgotten password is replaced with, and passwords that somebody else has set.

-- Which purposes there are is a closed list of the server (accounts/proofs.ts); a list here too would have to change with each one.
alter table proofs drop constraint proofs_purpose_check;
alter table proofs add constraint proofs_purpose_check check (purpose ~ '^[a-z]+(-[a-z]+)*$');
create index proofs_user on proofs (site_id, user_id) where user_id is not null;

-- Somebody else chose the password and handed it over: its owner changes it before anything else.
alter table users add column password_initial boolean not null default false;
