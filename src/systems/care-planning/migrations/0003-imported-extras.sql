-- Columns of a file that Canlyn does not know are kept with the record, as they came; a contribution can be corrected like any record.

alter table care_planning.person add column extra jsonb;
alter table care_planning.personal_outcome add column extra jsonb;
alter table care_planning.contribution add column extra jsonb, add column version integer not null default 1;
alter table care_planning.outcome_review add column extra jsonb;
comment on column care_planning.person.extra is 'Columns of the file that Canlyn does not know, kept as they came.';
comment on column care_planning.personal_outcome.extra is 'Columns of the file that Canlyn does not know, kept as they came.';
comment on column care_planning.contribution.extra is 'Columns of the file that Canlyn does not know, kept as they came.';
comment on column care_planning.outcome_review.extra is 'Columns of the file that Canlyn does not know, kept as they came.';
