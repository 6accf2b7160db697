-- More ways to an account: several sign-ups at one site, a password that is chosen before the address is proved, data that are
-- asked for after the first login, passwords that who makes the account hands over.

-- Which of the site's ways it is; empty stands for the first, the only one that the version before knows.
alter table sign_ups add column organization_kind text check (organization_kind in ('dealer', 'customer'));
-- Chosen with the address; the account opens with it as soon as the address is proved.
alter table sign_ups add column password_hash text;
-- Wrong phone numbers where the number is asked for again with the password.
alter table sign_ups add column check_tries integer not null default 0;

-- Somebody signed up with an address alone: the rest is asked for after the login.
alter table organizations add column data_owed boolean not null default false;

-- Who made the account set a password that its owner need not change: it is asked about at each login instead.
alter table users add column password_temporary boolean not null default false;
