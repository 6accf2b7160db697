-- What happened to a device, newest first.
create index events_device on events (site_id, subject, occurred_at desc, id desc) where subject like 'device/%';
