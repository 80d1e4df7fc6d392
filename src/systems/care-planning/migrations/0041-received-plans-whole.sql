-- The same file twice is known as the same file; and what was received of a restricted record is closed before it is accepted, too.

alter table care_planning.received_plan
  add column digest text not null default '',
  add column received_by_user bigint default nullif(platform.current_user_id(), 0);
comment on column care_planning.received_plan.digest is 'SHA-256 of the file as it came: a file that is sent again is told as such.';
comment on column care_planning.received_plan.received_by_user is 'Who received it; none where a program did.';
create index received_plan_by_digest on care_planning.received_plan (authority_id, digest);

-- Somebody new to us has no record yet that could be closed: until they have, only whoever received the file sees it.
create policy restricted_elsewhere on care_planning.received_plan as restrictive for all to canlyn_authority
  using (person_id is not null or content #>> '{person,isRestricted}' is distinct from 'true'
    or received_by_user = platform.current_user_id());

-- A plan about somebody new is about nobody here: no closed record of another may keep it out.
drop policy if exists closed_records on care_planning.received_plan;
create policy closed_records on care_planning.received_plan as restrictive for all to canlyn_authority
  using (person_id is null or person_id <> all ((select care_planning.closed_people())::bigint[]));
