-- Which provider has a part in which outcome, kept ready: row-level security asks it once a query, not once a row, so that a provider's
-- lists cost what its own people cost and not what the whole county does. A provider has a part where it leads on the outcome, is to
-- contribute to it, or led on it when it was reviewed: one that had a part before may look back.

create table care_planning.outcome_circle (
  authority_id integer not null,
  provider_id integer not null,
  personal_outcome_id bigint not null,
  person_id bigint not null,
  primary key (authority_id, provider_id, personal_outcome_id)
);
comment on table care_planning.outcome_circle is 'Which providers have a part in an outcome and so may see it; kept by the database from outcomes, contributions and reviews.';
create index outcome_circle_by_outcome on care_planning.outcome_circle (authority_id, personal_outcome_id);
call platform.protect('care_planning.outcome_circle', 'provider_id = platform.current_provider()', 'person_id = any(platform.current_people())');

create view care_planning.outcome_part with (security_invoker = true) as
select authority_id, provider_id, personal_outcome_id, person_id from care_planning.personal_outcome where provider_id is not null
union
select authority_id, provider_id, personal_outcome_id, person_id from care_planning.contribution where provider_id is not null
union
select authority_id, provider_id, personal_outcome_id, person_id from care_planning.outcome_review where provider_id is not null;
comment on view care_planning.outcome_part is 'What outcome_circle is kept from: one row a provider and outcome.';

insert into care_planning.outcome_circle (authority_id, provider_id, personal_outcome_id, person_id)
select authority_id, provider_id, personal_outcome_id, person_id from care_planning.outcome_part
on conflict do nothing;

-- As the owner of the tables, because a person who agrees to their own plan changes contributions and may not see all of this.
create function care_planning.keep_outcome_circle() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op <> 'INSERT' then
    delete from care_planning.outcome_circle c
    using (select distinct authority_id, personal_outcome_id from rows_before) t
    where c.authority_id = t.authority_id and c.personal_outcome_id = t.personal_outcome_id
      and not exists (
        select from care_planning.outcome_part p
        where p.authority_id = c.authority_id and p.personal_outcome_id = c.personal_outcome_id and p.provider_id = c.provider_id);
  end if;
  if tg_op <> 'DELETE' then
    insert into care_planning.outcome_circle (authority_id, provider_id, personal_outcome_id, person_id)
    select distinct authority_id, provider_id, personal_outcome_id, person_id from rows_after where provider_id is not null
    on conflict do nothing;
  end if;
  return null;
end $$;

create trigger outcome_parts_inserted after insert on care_planning.personal_outcome
  referencing new table as rows_after for each statement execute function care_planning.keep_outcome_circle();
create trigger outcome_parts_updated after update on care_planning.personal_outcome
  referencing old table as rows_before new table as rows_after for each statement execute function care_planning.keep_outcome_circle();
create trigger outcome_parts_deleted after delete on care_planning.personal_outcome
  referencing old table as rows_before for each statement execute function care_planning.keep_outcome_circle();
create trigger contribution_parts_inserted after insert on care_planning.contribution
  referencing new table as rows_after for each statement execute function care_planning.keep_outcome_circle();
create trigger contribution_parts_updated after update on care_planning.contribution
  referencing old table as rows_before new table as rows_after for each statement execute function care_planning.keep_outcome_circle();
create trigger contribution_parts_deleted after delete on care_planning.contribution
  referencing old table as rows_before for each statement execute function care_planning.keep_outcome_circle();
create trigger review_parts_inserted after insert on care_planning.outcome_review
  referencing new table as rows_after for each statement execute function care_planning.keep_outcome_circle();
create trigger review_parts_updated after update on care_planning.outcome_review
  referencing old table as rows_before new table as rows_after for each statement execute function care_planning.keep_outcome_circle();
create trigger review_parts_deleted after delete on care_planning.outcome_review
  referencing old table as rows_before for each statement execute function care_planning.keep_outcome_circle();

alter policy provider_rows on care_planning.personal_outcome using (
  authority_id = platform.current_authority()
  and personal_outcome_id in (
    select c.personal_outcome_id from care_planning.outcome_circle c
    where c.authority_id = platform.current_authority() and c.provider_id = platform.current_provider()));
alter policy provider_rows on care_planning.contribution using (
  authority_id = platform.current_authority()
  and personal_outcome_id in (
    select c.personal_outcome_id from care_planning.outcome_circle c
    where c.authority_id = platform.current_authority() and c.provider_id = platform.current_provider()));
alter policy provider_rows on care_planning.outcome_review using (
  authority_id = platform.current_authority()
  and personal_outcome_id in (
    select c.personal_outcome_id from care_planning.outcome_circle c
    where c.authority_id = platform.current_authority() and c.provider_id = platform.current_provider()));
alter policy provider_rows on care_planning.outcome_level using (
  authority_id = platform.current_authority()
  and personal_outcome_id in (
    select c.personal_outcome_id from care_planning.outcome_circle c
    where c.authority_id = platform.current_authority() and c.provider_id = platform.current_provider()));
alter policy provider_rows on care_planning.outcome_score using (
  authority_id = platform.current_authority()
  and personal_outcome_id in (
    select c.personal_outcome_id from care_planning.outcome_circle c
    where c.authority_id = platform.current_authority() and c.provider_id = platform.current_provider()));
-- A provider gives its own score and no other voice's.
alter policy provider_rows on care_planning.outcome_score with check (
  authority_id = platform.current_authority() and voice = 'provider' and provider_id = platform.current_provider()
  and personal_outcome_id in (
    select c.personal_outcome_id from care_planning.outcome_circle c
    where c.authority_id = platform.current_authority() and c.provider_id = platform.current_provider()));
alter policy provider_rows on care_planning.attribution using (
  authority_id = platform.current_authority()
  and outcome_review_id in (
    select r.outcome_review_id from care_planning.outcome_review r where r.authority_id = platform.current_authority()));
alter policy provider_rows on care_planning.reablement_goal using (
  authority_id = platform.current_authority()
  and reablement_episode_id in (
    select e.reablement_episode_id from care_planning.reablement_episode e where e.authority_id = platform.current_authority()));
-- Of a plan, a provider sees that it is there where one of its outcomes stands in it; what it is told of it is in plan_share.
alter policy provider_rows on care_planning.plan using (
  authority_id = platform.current_authority()
  and plan_id in (
    select o.plan_id from care_planning.personal_outcome o where o.authority_id = platform.current_authority()));
-- The people it supports, asked once a query.
alter policy provider_rows on care_planning.person using (
  authority_id = platform.current_authority()
  and person_id in (
    select c.person_id from care_planning.circle c
    where c.authority_id = platform.current_authority() and c.provider_id = platform.current_provider()));

-- For tables with few rows a person, which ask it of each.
create or replace function care_planning.provider_contributes(of_authority integer, of_outcome bigint) returns boolean
language sql stable as $$
  select exists (
    select from care_planning.outcome_circle c
    where c.authority_id = of_authority and c.provider_id = platform.current_provider() and c.personal_outcome_id = of_outcome)
$$;
create or replace function care_planning.provider_sees_review(of_authority integer, of_review bigint) returns boolean
language sql stable as $$
  select exists (
    select from care_planning.outcome_review r
    where r.authority_id = of_authority and r.outcome_review_id = of_review
      and care_planning.provider_contributes(of_authority, r.personal_outcome_id))
$$;

-- Restricted records: where the guard is there already, it stands before these tables too.
do $$
declare target text;
begin
  if to_regprocedure('care_planning.guard(regclass)') is not null then
    foreach target in array array['reablement_episode', 'reablement_goal', 'provider_note', 'outcome_circle'] loop
      execute format('call care_planning.guard(%L)', 'care_planning.' || target);
    end loop;
  end if;
end $$;
