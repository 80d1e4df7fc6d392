-- Whoever asks for a letter does not see its code. A letter is asked for without one; somebody else, who asked nothing and claimed nothing,
-- prints it, and only then has it a code. The database holds them to it, whoever writes the statement.

alter table care_planning.letter_code
  alter column code_hash drop not null,
  alter column sent_on drop not null,
  alter column sent_by drop not null,
  alter column expires_on drop not null,
  add column asked_on date,
  add column asked_by text not null default '',
  add column asked_by_user bigint default nullif(platform.current_user_id(), 0),
  add column sent_by_user bigint,
  add column layout text not null default 'standard' check (layout in ('standard', 'large', 'easy')),
  add column basis text,
  add column withdrawn_because text check (withdrawn_because in ('newer', 'taken-back', 'plan-changed', 'plan-agreed')),
  drop constraint letter_code_for_whom_check,
  add constraint letter_code_for_whom_check check (for_whom in ('person', 'carer', 'advocate', 'attorney'));
update care_planning.letter_code
  set asked_on = sent_on, asked_by = sent_by, withdrawn_because = case when withdrawn_at is null then null else 'newer' end;
alter table care_planning.letter_code
  alter column asked_on set not null,
  alter column asked_by drop default,
  add constraint letter_code_printed check ((code_hash is null) = (sent_on is null) and (code_hash is null) = (expires_on is null)),
  add constraint letter_code_withdrawn check ((withdrawn_at is null) = (withdrawn_because is null)),
  add constraint letter_code_not_by_asker check (sent_by_user is null or asked_by_user is null or sent_by_user <> asked_by_user);
comment on table care_planning.letter_code is 'A letter to a person or who speaks for them: asked for by one, printed with a code by another, answered once. The code itself stands on the letter alone.';
comment on column care_planning.letter_code.sent_on is 'When it was printed, to be posted; none while it waits for that.';
comment on column care_planning.letter_code.basis is 'By what right somebody answers in the person''s place, where they do.';
create index letter_code_to_print on care_planning.letter_code (authority_id, letter_code_id) where code_hash is null and withdrawn_at is null;

create function care_planning.reviewed_by_me(of_review bigint) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from care_planning.outcome_review r
    where r.authority_id = platform.current_authority() and r.outcome_review_id = of_review
      and r.recorded_by_user = nullif(platform.current_user_id(), 0))
$$;
comment on function care_planning.reviewed_by_me is 'Whether whoever acts recorded this review, and so verifies nothing of it.';

create function care_planning.keep_code_apart() returns trigger language plpgsql as $$
begin
  if new.code_hash is null or (tg_op = 'UPDATE' and new.code_hash is not distinct from old.code_hash) then
    if tg_op = 'UPDATE' then
      new.sent_by_user := old.sent_by_user;
      new.asked_by_user := old.asked_by_user;
    end if;
    return new;
  end if;
  if platform.current_people() is not null then
    raise exception 'nobody gives a letter to themselves its code';
  end if;
  if platform.current_user_id() <> 0 then
    if tg_op = 'INSERT' then
      raise exception 'a letter is asked for without a code';
    end if;
    new.asked_by_user := old.asked_by_user;
    new.sent_by_user := platform.current_user_id();
    if old.asked_by_user = platform.current_user_id()
      or (new.purpose = 'own-word' and care_planning.reviewed_by_me(new.subject_id)) then
      raise exception 'whoever asked for a letter, or recorded what it asks about, does not give it its code';
    end if;
  end if;
  return new;
end $$;
create trigger code_kept_apart before insert or update on care_planning.letter_code
  for each row execute function care_planning.keep_code_apart();

-- What somebody said and another wrote down: never by who recorded the review, nor by a provider.
create function care_planning.keep_word_apart() returns trigger language plpgsql as $$
begin
  if new.how not in ('page', 'letter') and (platform.current_provider() is not null or care_planning.reviewed_by_me(new.outcome_review_id)) then
    raise exception 'nobody writes down a word about their own claim';
  end if;
  return new;
end $$;
create trigger word_kept_apart before insert on care_planning.own_word for each row execute function care_planning.keep_word_apart();

create function care_planning.keep_finding_apart() returns trigger language plpgsql as $$
begin
  if new.found is distinct from old.found and (platform.current_provider() is not null or care_planning.reviewed_by_me(new.outcome_review_id)) then
    raise exception 'nobody verifies their own claim';
  end if;
  return new;
end $$;
create trigger finding_kept_apart before update on care_planning.verification_item for each row execute function care_planning.keep_finding_apart();
