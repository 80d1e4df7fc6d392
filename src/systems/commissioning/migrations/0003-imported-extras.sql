-- Columns of a file that Canlyn does not know are kept with the record, as they came.

alter table commissioning.area add column extra jsonb;
alter table commissioning.need add column extra jsonb;
alter table commissioning.outcome add column extra jsonb;
alter table commissioning.provider add column extra jsonb;
comment on column commissioning.area.extra is 'Columns of the file that Canlyn does not know, kept as they came.';
comment on column commissioning.need.extra is 'Columns of the file that Canlyn does not know, kept as they came.';
comment on column commissioning.outcome.extra is 'Columns of the file that Canlyn does not know, kept as they came.';
comment on column commissioning.provider.extra is 'Columns of the file that Canlyn does not know, kept as they came.';
