-- Whose care ended longest ago is found without looking at everybody.
create index person_by_end_of_care on care_planning.person (authority_id, ended_on, person_id) where ended_on is not null;
