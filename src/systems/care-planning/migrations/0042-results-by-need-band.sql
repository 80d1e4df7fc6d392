-- Results apart by band of need, so that providers can be compared like with like without going through every record.

-- The band that held when the work began. Where none had been given by then, the first that was given before the result; else none. A band
-- given later than the work began may already show what the work did, so it counts only where there is nothing better. It answers for
-- providers too, who do not see the bands of others, so that their figures are the same as the authority's.
create function care_planning.band_at(of_authority integer, of_person bigint, began date, ended date) returns text
language sql stable security definer set search_path = '' as $$
  select coalesce(
    (select b.band from care_planning.need_band b
      where b.authority_id = of_authority and b.person_id = of_person and b.from_on <= began order by b.from_on desc limit 1),
    (select b.band from care_planning.need_band b
      where b.authority_id = of_authority and b.person_id = of_person and b.from_on <= ended order by b.from_on limit 1),
    'none')
$$;
comment on function care_planning.band_at is 'The band of need that held for somebody when work began; else the first given before it ended; else ''none''.';

create or replace view care_planning.outcome_review_fact with (security_invoker = true) as
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
    else 0 end as distance_percent,
  r.carer_says,
  (r.person_says in ('achieved', 'partly', 'not', 'changed', 'no-longer-wanted') and r.person_said_by is distinct from 'carer') is true as is_persons_own,
  (r.person_says in ('achieved', 'partly', 'not', 'changed', 'no-longer-wanted') and r.person_said_by = 'carer') is true as is_carers_alone,
  (r.person_said_by is distinct from 'carer' and r.person_says in ('achieved', 'partly', 'not', 'changed', 'no-longer-wanted')
    and r.carer_says in ('achieved', 'partly', 'not', 'changed', 'no-longer-wanted')) is true as has_person_and_carer,
  (r.person_said_by is distinct from 'carer' and r.person_says in ('achieved', 'partly', 'not', 'changed', 'no-longer-wanted')
    and r.carer_says in ('achieved', 'partly', 'not', 'changed', 'no-longer-wanted') and r.carer_says <> r.person_says) is true as do_person_and_carer_differ,
  r.provider_says is not null as has_providers_word,
  (r.provider_says in ('achieved', 'partly')) is true as provider_says_reached,
  (r.person_says in ('achieved', 'partly')) is true as person_says_reached,
  (r.provider_says = 'achieved' and r.person_says in ('partly', 'not', 'changed', 'no-longer-wanted')) is true as only_provider_says_achieved,
  (r.person_says = 'achieved' and r.provider_says <> 'achieved') is true as only_person_says_achieved,
  care_planning.band_at(r.authority_id, r.person_id, o.agreed_on, r.held_on) as band
from care_planning.outcome_review r
join care_planning.personal_outcome o on o.authority_id = r.authority_id and o.personal_outcome_id = r.personal_outcome_id;

create or replace view care_planning.reablement_fact with (security_invoker = true) as
select
  e.authority_id, coalesce(e.contract_id, 0) as contract_id, coalesce(e.provider_id, 0) as provider_id, e.area_id, m.day,
  m.moment || '/' || e.reablement_episode_id as fact_key,
  e.reablement_episode_id, e.ref, e.person_id, e.started_on, e.ended_on, e.ending, e.needed_after, e.follows, e.six_months_later,
  m.moment = 'started' as is_started,
  m.moment = 'ended' as is_ended,
  m.moment = 'ended' and e.ending = 'completed' as is_completed,
  m.moment = 'ended' and e.ending = 'ended-early' as is_ended_early,
  (m.moment = 'ended' and e.ending = 'completed' and e.needed_after in ('none', 'less')) is true as is_reduced,
  (m.moment = 'ended' and e.ending = 'completed' and e.needed_after = 'none') is true as needs_none,
  (m.moment = 'ended' and e.ending = 'completed' and e.needed_after = 'same') is true as is_maintained,
  (m.moment = 'ended' and e.ending = 'completed' and e.needed_after = 'more' and e.is_mitigated) is true as is_need_mitigated,
  (m.moment = 'ended' and e.ending = 'completed' and e.ended_on <= e.started_on + 7 * e.expected_weeks) is true as is_in_time,
  (m.moment = 'ended' and e.ending = 'completed' and e.minutes_at_start > 0 and e.minutes_at_end is not null) is true as has_hours,
  coalesce(e.minutes_at_start, 0) as minutes_at_start,
  coalesce(e.minutes_at_end, 0) as minutes_at_end,
  (m.moment = 'ended' and not e.is_supported_already and e.follows is not null
    and (e.early_reason is null or e.early_reason not in ('hospital', 'died', 'moved', 'health'))
    and e.follows not in ('declined', 'self-funding')) is true as is_counted_in_england,
  (m.moment = 'ended' and not e.is_supported_already
    and (e.early_reason is null or e.early_reason not in ('hospital', 'died', 'moved', 'health'))
    and e.follows in ('nothing', 'universal', 'low-level', 'short-term')) is true as is_success_in_england,
  (m.moment = 'six-months' and e.six_months_later in ('none', 'less', 'same', 'more')) is true as is_looked_at_later,
  (m.moment = 'six-months' and e.six_months_later = 'none') is true as has_no_package_later,
  (m.moment = 'six-months' and e.six_months_later in ('none', 'less', 'same', 'more') and e.needed_after <> 'none') is true as had_package_to_reduce,
  (m.moment = 'six-months' and e.six_months_later = 'less' and e.needed_after <> 'none') is true as has_reduced_package_later,
  m.moment = 'twelve-months' as is_followed,
  m.moment = 'twelve-months' and care_planning.returned_on(e.authority_id, e.person_id, e.ended_on) is not null as is_returned,
  care_planning.band_at(e.authority_id, e.person_id, e.started_on, coalesce(e.ended_on, m.day)) as band
from care_planning.reablement_episode e
cross join lateral (values
  ('started', e.started_on),
  ('ended', e.ended_on),
  ('six-months', case when e.ending = 'completed' then (e.ended_on + interval '6 months')::date end),
  ('twelve-months', case when e.ending = 'completed' then (e.ended_on + interval '12 months')::date end)
) as m(moment, day)
where m.day is not null and e.early_reason is distinct from 'merged';
alter table care_planning.outcome_review_rollup
  add column band text not null default 'none',
  add column provider_spoke bigint not null default 0,
  add column provider_reached bigint not null default 0,
  add column person_reached bigint not null default 0,
  add column only_provider_says bigint not null default 0,
  add column only_person_says bigint not null default 0,
  drop constraint outcome_review_rollup_pkey,
  add primary key (authority_id, contract_id, provider_id, area_id, band, grain, starts_on);
alter table care_planning.reablement_rollup
  add column band text not null default 'none',
  drop constraint reablement_rollup_pkey,
  add primary key (authority_id, contract_id, provider_id, area_id, band, grain, starts_on);

-- What there is already is counted again, apart by band.
insert into measures.changed_cell (authority_id, source, contract_id, month)
select distinct authority_id, 'outcome-reviews', contract_id, starts_on from care_planning.outcome_review_rollup where grain = 'month'
union
select distinct authority_id, 'reablement', contract_id, starts_on from care_planning.reablement_rollup where grain = 'month';

-- A band that is given, corrected or taken away moves all results of that person.
create function care_planning.cells_of_person(of_authority integer, of_person bigint)
returns table (authority_id integer, source text, contract_id integer, month date) language sql stable as $$
  select r.authority_id, 'outcome-reviews', coalesce(r.contract_id, 0), measures.month_of(r.held_on)
  from care_planning.outcome_review r where r.authority_id = of_authority and r.person_id = of_person
  union
  select e.authority_id, 'reablement', coalesce(e.contract_id, 0), measures.month_of(d.day)
  from care_planning.reablement_episode e, lateral (values (e.started_on), (e.ended_on),
    ((e.ended_on + interval '6 months')::date), ((e.ended_on + interval '12 months')::date)) as d(day)
  where e.authority_id = of_authority and e.person_id = of_person and d.day is not null
$$;
create function care_planning.mark_bands() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into measures.changed_cell (authority_id, source, contract_id, month)
    select distinct c.* from (select distinct authority_id, person_id from rows_before) b,
      lateral care_planning.cells_of_person(b.authority_id, b.person_id) c;
  end if;
  if tg_op <> 'DELETE' then
    insert into measures.changed_cell (authority_id, source, contract_id, month)
    select distinct c.* from (select distinct authority_id, person_id from rows_after) b,
      lateral care_planning.cells_of_person(b.authority_id, b.person_id) c;
  end if;
  return null;
end $$;
create trigger bands_inserted after insert on care_planning.need_band
  referencing new table as rows_after for each statement execute function care_planning.mark_bands();
create trigger bands_updated after update on care_planning.need_band
  referencing old table as rows_before new table as rows_after for each statement execute function care_planning.mark_bands();
create trigger bands_deleted after delete on care_planning.need_band
  referencing old table as rows_before for each statement execute function care_planning.mark_bands();
