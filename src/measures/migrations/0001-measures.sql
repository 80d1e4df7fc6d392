-- What every measure is sliced by, and which rollups have to be made again because their sources changed.

create schema measures;
comment on schema measures is 'What can be counted. Knows no system: each system publishes its contracts here as a dimension, and marks what changed.';
grant usage on schema measures to canlyn_app;

create table measures.contract_dimension (
  authority_id integer not null,
  contract_id integer not null,
  ref text not null,
  provider_id integer not null,
  service text not null check (service in ('home-care', 'reablement')),
  model smallint not null check (model in (1, 2, 3)),
  starts_on date not null,
  ends_on date,
  late_tolerance_minutes integer not null,
  short_tolerance_percent integer not null,
  primary key (authority_id, contract_id),
  unique (authority_id, ref)
);
comment on table measures.contract_dimension is 'Each contract as the measures see it; written by contract-management, read by every rollup.';
comment on column measures.contract_dimension.late_tolerance_minutes is 'A visit is late when it starts more than this many minutes after its planned start.';
comment on column measures.contract_dimension.short_tolerance_percent is 'A visit is short when it lasts less than this share of its planned length, in per cent.';
call platform.protect('measures.contract_dimension', 'provider_id = platform.current_provider()', 'true');

create table measures.changed_cell (
  authority_id integer not null,
  source text not null,
  contract_id integer not null,
  month date not null check (extract(day from month) = 1),
  primary key (authority_id, source, contract_id, month)
);
comment on table measures.changed_cell is 'A contract and month whose source rows changed since its rollup was made; contract 0 holds rows of no contract.';
call platform.protect('measures.changed_cell', 'true', 'true');
