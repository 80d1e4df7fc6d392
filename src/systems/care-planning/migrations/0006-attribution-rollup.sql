-- What can be counted of attribution: at how many reviews somebody was named first, and at how many of them not the provider.

create view care_planning.attribution_fact with (security_invoker = true) as
select
  r.authority_id, coalesce(r.contract_id, 0) as contract_id, coalesce(r.provider_id, 0) as provider_id, r.area_id, r.held_on as day,
  r.outcome_review_id || '/' || a.party as fact_key,
  r.outcome_review_id, r.personal_outcome_id, r.person_id, r.achievement, a.party, a.extent, a.evidence,
  true as is_named,
  a.party <> 'provider' as is_named_elsewhere
from care_planning.attribution a
join care_planning.outcome_review r on r.authority_id = a.authority_id and r.outcome_review_id = a.outcome_review_id
where a.is_named_first;
comment on view care_planning.attribution_fact is 'One row a review at which somebody was named first as having brought the outcome about.';
grant select on care_planning.attribution_fact to canlyn_app;

create table care_planning.attribution_rollup (
  authority_id integer not null,
  contract_id integer not null,
  provider_id integer not null,
  area_id integer not null,
  grain text not null check (grain in ('day', 'month')),
  starts_on date not null,
  named bigint not null,
  named_elsewhere bigint not null,
  primary key (authority_id, contract_id, provider_id, area_id, grain, starts_on)
);
comment on table care_planning.attribution_rollup is 'Reviews at which somebody was named first, counted by contract, provider, area and day or month.';
create index attribution_rollup_by_time on care_planning.attribution_rollup (authority_id, grain, starts_on);
call platform.protect('care_planning.attribution_rollup', 'provider_id = platform.current_provider()');

create function care_planning.mark_attributions() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into measures.changed_cell (authority_id, source, contract_id, month)
    select distinct r.authority_id, 'attributions', coalesce(r.contract_id, 0), measures.month_of(r.held_on)
    from care_planning.outcome_review r
    join rows_before a on a.authority_id = r.authority_id and a.outcome_review_id = r.outcome_review_id;
  end if;
  if tg_op <> 'DELETE' then
    insert into measures.changed_cell (authority_id, source, contract_id, month)
    select distinct r.authority_id, 'attributions', coalesce(r.contract_id, 0), measures.month_of(r.held_on)
    from care_planning.outcome_review r
    join rows_after a on a.authority_id = r.authority_id and a.outcome_review_id = r.outcome_review_id;
  end if;
  return null;
end $$;
create trigger attributions_inserted after insert on care_planning.attribution
  referencing new table as rows_after for each statement execute function care_planning.mark_attributions();
create trigger attributions_updated after update on care_planning.attribution
  referencing old table as rows_before new table as rows_after for each statement execute function care_planning.mark_attributions();
create trigger attributions_deleted after delete on care_planning.attribution
  referencing old table as rows_before for each statement execute function care_planning.mark_attributions();

-- A review that moves, or goes and takes its attributions with it, changes what is counted of them where it was and where it is.
create function care_planning.mark_attributions_of_moved() returns trigger language plpgsql as $$
begin
  insert into measures.changed_cell (authority_id, source, contract_id, month)
  select authority_id, 'attributions', coalesce(contract_id, 0), measures.month_of(held_on) from rows_before
  union
  select authority_id, 'attributions', coalesce(contract_id, 0), measures.month_of(held_on) from rows_after;
  return null;
end $$;
create trigger reviews_moved after update on care_planning.outcome_review
  referencing old table as rows_before new table as rows_after for each statement execute function care_planning.mark_attributions_of_moved();

create function care_planning.mark_attributions_of_gone() returns trigger language plpgsql as $$
begin
  insert into measures.changed_cell (authority_id, source, contract_id, month)
  select distinct authority_id, 'attributions', coalesce(contract_id, 0), measures.month_of(held_on) from rows_before;
  return null;
end $$;
create trigger reviews_gone after delete on care_planning.outcome_review
  referencing old table as rows_before for each statement execute function care_planning.mark_attributions_of_gone();

insert into measures.changed_cell (authority_id, source, contract_id, month)
select distinct authority_id, 'attributions', contract_id, measures.month_of(day) from care_planning.attribution_fact;
