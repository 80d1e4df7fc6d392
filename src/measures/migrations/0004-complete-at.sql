-- When no mark was left, so that a reading made while very much waits to be counted can say how old it is.

alter table measures.refresh add column complete_at timestamptz;
comment on column measures.refresh.complete_at is 'When a refresh last began that left no mark behind: everything committed by then is in the rollups.';

create function measures.month_end(of_month date) returns date language sql immutable as
  $$ select (of_month + interval '1 month')::date - 1 $$;
