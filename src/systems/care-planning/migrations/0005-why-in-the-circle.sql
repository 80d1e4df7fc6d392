-- A provider is in a person's circle because of a package or because of a contribution. Each stands for itself: when an import that was
-- a mistake is undone, what it alone gave ends, and what the other gave stays.

alter table care_planning.circle add column because text not null default 'package' check (because in ('package', 'contribution'));
alter table care_planning.circle drop constraint circle_pkey;
alter table care_planning.circle add primary key (authority_id, person_id, provider_id, because);
comment on column care_planning.circle.because is 'What made the provider part of it: a package placed with it, or a contribution to an outcome.';
