-- What an authority that holds a licence fills a slot with: the instrument's wording and weights; and who saw which version of it.

alter table care_planning.scale_registration
  add column instrument jsonb,
  add column version integer not null default 1;
comment on column care_planning.scale_registration.instrument is 'The wording and weights under the licence, for a scale that comes as a slot only; empty until the authority fills it in.';
