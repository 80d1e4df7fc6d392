-- What workers open every morning is answered by an index, whoever many people an authority has.

-- Names as they are looked for: in lower case, without accents, in parts. Whatever is neither letter nor digit in a name parts it.
create function care_planning.plain_letters(name text) returns text language sql immutable parallel safe
  return lower(regexp_replace(normalize(name, nfd), '[\u0300-\u036f]', '', 'g'));
create function care_planning.name_parts(name text) returns text[] language sql immutable parallel safe
  return array_remove(regexp_split_to_array(care_planning.plain_letters(name), '[][[:space:]''’‘`´.,;:/()_-]+'), '');

-- How a part of a name sounds, roughly, in Welsh and English: the twin of soundOf in person/likeness.ts, which a test holds equal.
create function care_planning.sound_of(part text) returns text language plpgsql immutable parallel safe as $$
declare heard text := regexp_replace(care_planning.plain_letters(part), '[^a-z]', '', 'g');
begin
  heard := regexp_replace(heard, '^si(?=[aeiouwy])', 'sh');
  heard := regexp_replace(heard, '^rh', 'r');
  heard := regexp_replace(heard, '^(e|i|y)(?=[vf])', 'e');
  heard := regexp_replace(heard, 'ff|ph', 'f', 'g');
  heard := regexp_replace(heard, 'f|v', 'v', 'g');
  heard := regexp_replace(heard, 'dd|th', 'th', 'g');
  heard := regexp_replace(heard, 'ck|c|q|k', 'k', 'g');
  heard := regexp_replace(heard, 'z', 's', 'g');
  heard := regexp_replace(heard, '(ie|e)?s$', 's');
  return regexp_replace(left(heard, 1) || regexp_replace(substr(heard, 2), '[aeiouwyh]', '', 'g'), '(.)\1+', '\1', 'g');
end $$;

-- All that a person can be found by: the beginnings of every part of their names and reference, and after "~" how each part of a name sounds.
-- Dear to work out, so that a search never does it for everybody but asks the index, however few people there are.
create function care_planning.search_keys(given_name text, family_name text, known_as text, ref text) returns text[]
language sql immutable parallel safe cost 100000
  return (
    select array_agg(distinct key) from (
      select left(part, n) as key
      from unnest(care_planning.name_parts(concat_ws(' ', given_name, family_name, known_as, ref))) part,
        generate_series(1, least(length(part), 40)) n
      union all
      select '~' || care_planning.sound_of(part) from unnest(care_planning.name_parts(concat_ws(' ', given_name, family_name, known_as))) part
    ) keys);
create index person_by_key on care_planning.person using gin (care_planning.search_keys(given_name, family_name, known_as, ref));

-- Whose names or reference hold all of these keys. Looks as the owner of the tables, because an index of many keys cannot be asked before a
-- policy has been; so it holds by itself to what the policies of care_planning.person say.
create function care_planning.people_with_keys(keys text[]) returns setof bigint
language sql stable security definer rows 30 set search_path = '' as $$
  select p.person_id from care_planning.person p
  where p.authority_id = platform.current_authority()
    and cardinality(keys) > 0
    and (platform.current_provider() is null or care_planning.provider_supports(p.authority_id, p.person_id))
    and (platform.current_people() is null or p.person_id = any (platform.current_people()))
    and (current_setting('role') <> 'canlyn_authority' or p.person_id <> all ((select care_planning.closed_people())::bigint[]))
    and care_planning.search_keys(p.given_name, p.family_name, p.known_as, p.ref) @> array(select left(key, 40) from unnest(keys) key)
$$;

-- The list of people by name, whole and by area.
create index person_by_name on care_planning.person (authority_id, lower(family_name), given_name, person_id);
create index person_by_area_and_name on care_planning.person (authority_id, area_id, lower(family_name), given_name, person_id);
drop index care_planning.person_by_area;

-- Whose somebody is now, kept beside them, so that those who are nobody's are found without looking at everybody.
alter table care_planning.person add column worker_id bigint;
comment on column care_planning.person.worker_id is 'The worker of the allocation that is open; kept by the table of allocations.';
update care_planning.person p set worker_id = a.worker_id from care_planning.allocation a
where a.authority_id = p.authority_id and a.person_id = p.person_id and a.ends_on is null;
create index person_of_nobody on care_planning.person (authority_id, started_on, person_id) where ended_on is null and worker_id is null;

create function care_planning.keep_worker() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update care_planning.person p set worker_id = now_with.worker_id
  from (
    select touched.authority_id, touched.person_id, a.worker_id
    from (select distinct t.authority_id, t.person_id from changed t) touched
    left join care_planning.allocation a
      on a.authority_id = touched.authority_id and a.person_id = touched.person_id and a.ends_on is null
  ) now_with
  where p.authority_id = now_with.authority_id and p.person_id = now_with.person_id
    and p.worker_id is distinct from now_with.worker_id;
  return null;
end $$;
create trigger keep_worker_after_insert after insert on care_planning.allocation
  referencing new table as changed for each statement execute function care_planning.keep_worker();
create trigger keep_worker_after_delete after delete on care_planning.allocation
  referencing old table as changed for each statement execute function care_planning.keep_worker();
create trigger keep_worker_before_update after update on care_planning.allocation
  referencing old table as changed for each statement execute function care_planning.keep_worker();
create trigger keep_worker_after_update after update on care_planning.allocation
  referencing new table as changed for each statement execute function care_planning.keep_worker();

-- Each kind of work that waits, in the order it is shown.
create index situation_waiting on care_planning.situation (authority_id, noticed_on, person_id) where handled_on is null;
create index outcome_proposal_in_order on care_planning.outcome_proposal (authority_id, proposed_on, person_id) where state = 'waiting';
create index plan_review_in_order on care_planning.plan_review (authority_id, held_on, person_id) where state = 'open';
create index plan_version_in_order on care_planning.plan_version (authority_id, state, (coalesce(offered_at, drafted_at)), person_id)
  where state in ('draft', 'offered');
create index outcome_review_without_word on care_planning.outcome_review (authority_id, held_on, person_id)
  where person_says is null or person_says in ('not-asked', 'could-not-ask');
