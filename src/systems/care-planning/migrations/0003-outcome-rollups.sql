-- What can be counted of personal outcomes: as they are agreed, as their reviews fall due, and as their reviews are held.

create view care_planning.outcome_agreed_fact with (security_invoker = true) as
select
  o.authority_id, coalesce(o.contract_id, 0) as contract_id, coalesce(o.provider_id, 0) as provider_id, o.area_id, o.agreed_on as day,
  o.personal_outcome_id::text as fact_key,
  o.personal_outcome_id, o.ref, o.person_id, o.own_words, o.own_words_language, o.scale, o.baseline_score, o.target_score, o.review_due_on,
  true as is_agreed,
  not exists (
    select from care_planning.contribution c
    where c.authority_id = o.authority_id and c.personal_outcome_id = o.personal_outcome_id) as lacks_contribution,
  o.outcome_id is null as lacks_catalogue_outcome
from care_planning.personal_outcome o;
comment on view care_planning.outcome_agreed_fact is 'One row a personal outcome, on the day it was agreed.';
grant select on care_planning.outcome_agreed_fact to canlyn_app;

-- A review falls due once: on the day the review that was held had been due, or, where no review has been held for it yet, on the day
-- the outcome says, unless the outcome ended before.
create view care_planning.review_due_fact with (security_invoker = true) as
select
  r.authority_id, coalesce(r.contract_id, 0) as contract_id, coalesce(r.provider_id, 0) as provider_id, r.area_id, r.due_on as day,
  'held/' || r.outcome_review_id as fact_key,
  r.personal_outcome_id, r.person_id, r.outcome_review_id, r.held_on,
  true as is_due,
  true as is_held,
  r.held_on <= r.due_on as is_held_on_time
from care_planning.outcome_review r
union all
select
  o.authority_id, coalesce(o.contract_id, 0), coalesce(o.provider_id, 0), o.area_id, o.review_due_on,
  'waiting/' || o.personal_outcome_id,
  o.personal_outcome_id, o.person_id, null, null,
  true, false, false
from care_planning.personal_outcome o
where (o.ended_on is null or o.ended_on >= o.review_due_on)
  and not exists (
    select from care_planning.outcome_review r
    where r.authority_id = o.authority_id and r.personal_outcome_id = o.personal_outcome_id and r.due_on >= o.review_due_on);
comment on view care_planning.review_due_fact is 'One row for each time an outcome fell due to be looked at again, held or still waiting.';
grant select on care_planning.review_due_fact to canlyn_app;

create view care_planning.outcome_review_fact with (security_invoker = true) as
select
  r.authority_id, coalesce(r.contract_id, 0) as contract_id, coalesce(r.provider_id, 0) as provider_id, r.area_id, r.held_on as day,
  r.outcome_review_id::text as fact_key,
  r.outcome_review_id, r.personal_outcome_id, r.person_id, r.due_on, r.achievement, r.provider_says, r.person_says, r.person_said_by,
  r.score, o.baseline_score, o.target_score, o.own_words, o.own_words_language,
  true as is_held,
  r.achievement = 'achieved' as is_achieved,
  r.achievement = 'partly' as is_partly,
  r.achievement = 'not' as is_not,
  r.achievement in ('changed', 'no-longer-wanted') as is_changed,
  r.person_says in ('achieved', 'partly', 'not', 'changed', 'no-longer-wanted') is true as has_persons_word,
  r.achievement in ('achieved', 'partly') as is_confirmable,
  r.achievement in ('achieved', 'partly') and r.person_says = r.achievement is true as is_confirmed,
  r.provider_says is not null and r.person_says in ('achieved', 'partly', 'not', 'changed', 'no-longer-wanted') is true as has_both_words,
  case when r.provider_says is not null and r.person_says in ('achieved', 'partly', 'not', 'changed', 'no-longer-wanted')
    then (r.provider_says = 'achieved')::integer - (r.person_says = 'achieved')::integer
    else 0 end as word_gap,
  r.score is not null and o.baseline_score <> o.target_score is true as is_scored,
  case when r.score is not null and o.baseline_score <> o.target_score
    then round(greatest(-100, least(100,
      100 * (r.score - o.baseline_score) / (o.target_score - o.baseline_score))))::integer
    else 0 end as distance_percent
from care_planning.outcome_review r
join care_planning.personal_outcome o on o.authority_id = r.authority_id and o.personal_outcome_id = r.personal_outcome_id;
comment on view care_planning.outcome_review_fact is 'One row a review of an outcome that was held, with what was concluded, what the provider reports and what the person says.';
comment on column care_planning.outcome_review_fact.distance_percent is 'How far from the baseline towards the target, in hundredths of the way agreed: (score - baseline) / (target - baseline), held between -100 and 100. Baseline 2, target 4, score 3: 50.';
grant select on care_planning.outcome_review_fact to canlyn_app;

create table care_planning.outcome_agreed_rollup (
  authority_id integer not null,
  contract_id integer not null,
  provider_id integer not null,
  area_id integer not null,
  grain text not null check (grain in ('day', 'month')),
  starts_on date not null,
  agreed bigint not null,
  without_contribution bigint not null,
  without_catalogue_outcome bigint not null,
  primary key (authority_id, contract_id, provider_id, area_id, grain, starts_on)
);
comment on table care_planning.outcome_agreed_rollup is 'Outcomes agreed, counted by contract, provider, area and day or month.';
create index outcome_agreed_rollup_by_time on care_planning.outcome_agreed_rollup (authority_id, grain, starts_on);
call platform.protect('care_planning.outcome_agreed_rollup', 'provider_id = platform.current_provider()');

create table care_planning.review_due_rollup (
  authority_id integer not null,
  contract_id integer not null,
  provider_id integer not null,
  area_id integer not null,
  grain text not null check (grain in ('day', 'month')),
  starts_on date not null,
  due bigint not null,
  due_held bigint not null,
  due_on_time bigint not null,
  primary key (authority_id, contract_id, provider_id, area_id, grain, starts_on)
);
comment on table care_planning.review_due_rollup is 'Reviews as they fell due, counted by contract, provider, area and day or month.';
create index review_due_rollup_by_time on care_planning.review_due_rollup (authority_id, grain, starts_on);
call platform.protect('care_planning.review_due_rollup', 'provider_id = platform.current_provider()');

create table care_planning.outcome_review_rollup (
  authority_id integer not null,
  contract_id integer not null,
  provider_id integer not null,
  area_id integer not null,
  grain text not null check (grain in ('day', 'month')),
  starts_on date not null,
  held bigint not null,
  achieved bigint not null,
  partly bigint not null,
  not_achieved bigint not null,
  changed bigint not null,
  answered bigint not null,
  confirmable bigint not null,
  confirmed bigint not null,
  both_spoke bigint not null,
  word_gap bigint not null,
  scored bigint not null,
  distance_percent bigint not null,
  primary key (authority_id, contract_id, provider_id, area_id, grain, starts_on)
);
comment on table care_planning.outcome_review_rollup is 'Outcome reviews held, counted by contract, provider, area and day or month.';
create index outcome_review_rollup_by_time on care_planning.outcome_review_rollup (authority_id, grain, starts_on);
call platform.protect('care_planning.outcome_review_rollup', 'provider_id = platform.current_provider()');

-- The database marks what a change touched, in the transaction of the change, so that no import, correction or undo can forget to.

create function care_planning.mark_outcomes() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into measures.changed_cell (authority_id, source, contract_id, month)
    select distinct authority_id, 'outcomes-agreed', coalesce(contract_id, 0), measures.month_of(agreed_on) from rows_before
    union
    select distinct authority_id, 'reviews-due', coalesce(contract_id, 0), measures.month_of(review_due_on) from rows_before;
  end if;
  if tg_op <> 'DELETE' then
    insert into measures.changed_cell (authority_id, source, contract_id, month)
    select distinct authority_id, 'outcomes-agreed', coalesce(contract_id, 0), measures.month_of(agreed_on) from rows_after
    union
    select distinct authority_id, 'reviews-due', coalesce(contract_id, 0), measures.month_of(review_due_on) from rows_after;
  end if;
  if tg_op = 'UPDATE' then
    -- A review's distance is judged by its outcome's baseline and target.
    insert into measures.changed_cell (authority_id, source, contract_id, month)
    select distinct r.authority_id, 'outcome-reviews', coalesce(r.contract_id, 0), measures.month_of(r.held_on)
    from care_planning.outcome_review r
    join rows_after o on o.authority_id = r.authority_id and o.personal_outcome_id = r.personal_outcome_id;
  end if;
  return null;
end $$;
create trigger outcomes_inserted after insert on care_planning.personal_outcome
  referencing new table as rows_after for each statement execute function care_planning.mark_outcomes();
create trigger outcomes_updated after update on care_planning.personal_outcome
  referencing old table as rows_before new table as rows_after for each statement execute function care_planning.mark_outcomes();
create trigger outcomes_deleted after delete on care_planning.personal_outcome
  referencing old table as rows_before for each statement execute function care_planning.mark_outcomes();

create function care_planning.mark_reviews() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into measures.changed_cell (authority_id, source, contract_id, month)
    select authority_id, 'outcome-reviews', coalesce(contract_id, 0), measures.month_of(held_on) from rows_before
    union
    select authority_id, 'reviews-due', coalesce(contract_id, 0), measures.month_of(due_on) from rows_before
    union
    select o.authority_id, 'reviews-due', coalesce(o.contract_id, 0), measures.month_of(o.review_due_on)
    from care_planning.personal_outcome o
    join rows_before r on r.authority_id = o.authority_id and r.personal_outcome_id = o.personal_outcome_id;
  end if;
  if tg_op <> 'DELETE' then
    insert into measures.changed_cell (authority_id, source, contract_id, month)
    select authority_id, 'outcome-reviews', coalesce(contract_id, 0), measures.month_of(held_on) from rows_after
    union
    select authority_id, 'reviews-due', coalesce(contract_id, 0), measures.month_of(due_on) from rows_after
    union
    select o.authority_id, 'reviews-due', coalesce(o.contract_id, 0), measures.month_of(o.review_due_on)
    from care_planning.personal_outcome o
    join rows_after r on r.authority_id = o.authority_id and r.personal_outcome_id = o.personal_outcome_id;
  end if;
  return null;
end $$;
create trigger reviews_inserted after insert on care_planning.outcome_review
  referencing new table as rows_after for each statement execute function care_planning.mark_reviews();
create trigger reviews_updated after update on care_planning.outcome_review
  referencing old table as rows_before new table as rows_after for each statement execute function care_planning.mark_reviews();
create trigger reviews_deleted after delete on care_planning.outcome_review
  referencing old table as rows_before for each statement execute function care_planning.mark_reviews();

create function care_planning.mark_contributions() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into measures.changed_cell (authority_id, source, contract_id, month)
    select distinct o.authority_id, 'outcomes-agreed', coalesce(o.contract_id, 0), measures.month_of(o.agreed_on)
    from care_planning.personal_outcome o
    join rows_before c on c.authority_id = o.authority_id and c.personal_outcome_id = o.personal_outcome_id;
  end if;
  if tg_op <> 'DELETE' then
    insert into measures.changed_cell (authority_id, source, contract_id, month)
    select distinct o.authority_id, 'outcomes-agreed', coalesce(o.contract_id, 0), measures.month_of(o.agreed_on)
    from care_planning.personal_outcome o
    join rows_after c on c.authority_id = o.authority_id and c.personal_outcome_id = o.personal_outcome_id;
  end if;
  return null;
end $$;
create trigger contributions_inserted after insert on care_planning.contribution
  referencing new table as rows_after for each statement execute function care_planning.mark_contributions();
create trigger contributions_updated after update on care_planning.contribution
  referencing old table as rows_before new table as rows_after for each statement execute function care_planning.mark_contributions();
create trigger contributions_deleted after delete on care_planning.contribution
  referencing old table as rows_before for each statement execute function care_planning.mark_contributions();
