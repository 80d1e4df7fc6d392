-- A carer's word stands beside the person's and never in its place. The word that stands on a review (person_says, with person_said_by) is
-- the person's once they have spoken; a carer's stands there only until then, and is kept as the carer's besides.

alter table care_planning.outcome_review
  add column carer_says text check (carer_says in ('achieved', 'partly', 'not', 'changed', 'no-longer-wanted', 'not-asked')),
  add column carer_said_on date,
  add column carer_words text not null default '',
  add column carer_words_language text check (carer_words_language in ('cy', 'en')),
  add column carer_word_how text check (carer_word_how in ('page', 'letter', 'telephone', 'paper', 'visit')),
  add column carer_word_recorded_by text;
comment on column care_planning.outcome_review.person_says is 'The word that stands: the person''s own, or the carer''s (as person_said_by says) where the person has not spoken.';
comment on column care_planning.outcome_review.carer_says is 'The carer''s own word, kept whatever the person says.';

-- Whatever writes a carer's word as the one that stands, it is kept as the carer's too.
create function care_planning.keep_carers_word() returns trigger language plpgsql as $$
begin
  if new.person_said_by = 'carer' and new.person_says <> 'could-not-ask' then
    new.carer_says := new.person_says;
    new.carer_said_on := new.person_said_on;
    new.carer_words := new.person_words;
    new.carer_words_language := new.person_words_language;
    new.carer_word_how := new.person_word_how;
    new.carer_word_recorded_by := new.person_word_recorded_by;
  end if;
  return new;
end $$;
create trigger carers_word_kept before insert or update of person_says, person_said_by, person_words on care_planning.outcome_review
  for each row execute function care_planning.keep_carers_word();
update care_planning.outcome_review set person_said_by = person_said_by where person_said_by = 'carer';

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
    and r.carer_says in ('achieved', 'partly', 'not', 'changed', 'no-longer-wanted') and r.carer_says <> r.person_says) is true as do_person_and_carer_differ
from care_planning.outcome_review r
join care_planning.personal_outcome o on o.authority_id = r.authority_id and o.personal_outcome_id = r.personal_outcome_id;

alter table care_planning.outcome_review_rollup
  add column persons_own bigint not null default 0,
  add column carers_alone bigint not null default 0,
  add column person_and_carer bigint not null default 0,
  add column person_and_carer_differ bigint not null default 0;
insert into measures.changed_cell (authority_id, source, contract_id, month)
select distinct authority_id, 'outcome-reviews', coalesce(contract_id, 0), measures.month_of(held_on) from care_planning.outcome_review;

-- Where the two differ, somebody should look: noted and taken back as a word that differs from the review is.
alter table care_planning.situation
  drop constraint situation_kind_check,
  add constraint situation_kind_check check (kind in ('missed-visits', 'hospital', 'complaint', 'word-differs', 'voices-differ', 'plan-questioned',
    'provider-concern', 'change-request', 'other'));

create function care_planning.note_voices(of_review bigint, noticed date) returns void
language plpgsql security definer set search_path = '' as $$
declare
  said record;
begin
  if platform.current_provider() is not null then
    raise exception 'a provider says nothing in a person''s name';
  end if;
  select r.authority_id, r.person_id, r.person_says, r.person_said_by, r.carer_says into said
  from care_planning.outcome_review r
  where r.authority_id = platform.current_authority() and r.outcome_review_id = of_review
    and (platform.current_people() is null or r.person_id = any (platform.current_people()));
  if said is null then
    return;
  end if;
  if said.person_said_by = 'person' and said.person_says not in ('not-asked', 'could-not-ask')
    and said.carer_says <> 'not-asked' and said.carer_says <> said.person_says then
    insert into care_planning.situation (authority_id, person_id, kind, noticed_on, source_key)
    values (said.authority_id, said.person_id, 'voices-differ', noticed, 'voices/' || of_review)
    on conflict (authority_id, person_id, kind, source_key) do update
    set noticed_on = excluded.noticed_on, handled_on = null, handled_by = null, handled_note = '';
  else
    delete from care_planning.situation s
    where s.authority_id = said.authority_id and s.person_id = said.person_id and s.kind = 'voices-differ'
      and s.source_key = 'voices/' || of_review and s.handled_on is null;
  end if;
end $$;
comment on function care_planning.note_voices is 'Notes that a person and their carer see an outcome differently, or takes it back where they agree.';
