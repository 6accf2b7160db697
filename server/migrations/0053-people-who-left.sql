-- Operators look for people who have left and are still kept, to erase those who ask for it.
create index users_left on users (site_id, ended_at) where ended_at is not null and erased_at is null;
