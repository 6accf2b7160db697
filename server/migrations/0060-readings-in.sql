-- A reading on its way in, as the intake hands many over at once: in binary, so that neither side makes text of it or reads any.
create type reading_in as (
  device_key bigint,
  at timestamptz,
  measured float8[],
  texts jsonb,
  marks smallint[],
  received_at timestamptz,
  -- Whether it is the newest of its device here, and what was the newest until now, if that is relied on.
  newest boolean,
  last_at timestamptz,
  last_received_at timestamptz
);
