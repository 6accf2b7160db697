-- A webhook in a node's hand is held by a claim of its own, which no time of day ends. `busy_until` is looked at by nodes of the version before alone;
-- while they run beside these, a message may come twice under its ID.
alter table webhooks add column claim uuid;
create index webhooks_claimed on webhooks (claim) where claim is not null;
