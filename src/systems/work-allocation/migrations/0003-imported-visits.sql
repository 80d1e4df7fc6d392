-- What it takes to undo an import: packages keep unknown columns; visits that were corrected keep how they stood.

alter table work_allocation.package add column extra jsonb;
comment on column work_allocation.package.extra is 'Columns of the file that Canlyn does not know, kept as they came.';

create table work_allocation.visit_before (
  authority_id integer not null,
  import_id bigint not null,
  provider_id integer not null,
  visit_ref text not null,
  before jsonb not null,
  primary key (authority_id, import_id, provider_id, visit_ref)
);
comment on table work_allocation.visit_before is 'How a visit stood before an import corrected it, so that the import can be undone.';
call platform.protect('work_allocation.visit_before', 'provider_id = platform.current_provider()');

-- Visits of one import lie together on disk, so a summary of each range of blocks finds them at almost no cost while loading.
create index visit_by_import on work_allocation.visit using brin (import_id) with (pages_per_range = 32);
