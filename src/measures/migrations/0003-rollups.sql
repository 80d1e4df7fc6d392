-- Marks become append-only: two changes at once never wait for one another, and a refresh takes away only the marks it saw.

drop table measures.changed_cell;
create table measures.changed_cell (
  authority_id integer not null,
  mark_id bigint generated always as identity,
  source text not null,
  contract_id integer not null,
  month date not null check (extract(day from month) = 1),
  primary key (authority_id, mark_id)
);
comment on table measures.changed_cell is 'A contract and month of a source whose rows changed since its rollup was made: each change adds its own mark in its own transaction. Contract 0 holds rows of no contract.';
create index changed_cell_by_cell on measures.changed_cell (authority_id, source, contract_id, month);
call platform.protect('measures.changed_cell', 'true', 'true', 'select, insert, delete');

create table measures.refresh (
  authority_id integer not null,
  number bigint not null,
  refreshed_at timestamptz not null,
  primary key (authority_id)
);
comment on table measures.refresh is 'How many times the rollups of an authority were brought up to date, and when last. With the number of marks waiting it names one state of all readings.';
call platform.protect('measures.refresh', 'true', 'true');

-- Whose facts may be counted: what row-level security gives for the rollups, said for the facts too, so that a number and the rows
-- behind it are the same for everyone. A provider counts its own; a person counts nothing.
create function measures.may_count(of_provider integer) returns boolean language sql stable as $$
  select case
    when platform.current_people() is not null then false
    when platform.current_provider() is not null then of_provider = platform.current_provider()
    else true
  end
$$;

create function measures.month_of(of_day date) returns date language sql immutable as
  $$ select (of_day - (extract(day from of_day)::integer - 1)) $$;
