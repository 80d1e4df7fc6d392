-- The audit log: who did what to which record, when and from where. Appended to, never changed; each entry carries the hash of the one before.

create table platform.audit_entry (
  authority_id integer not null,
  sequence bigint not null check (sequence >= 1),
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('user', 'client', 'system')),
  actor_id bigint not null,
  actor_name text not null,
  action text not null,
  record_type text not null,
  record_id text not null,
  before jsonb,
  after jsonb,
  reason text,
  via text not null check (via in ('page', 'api', 'command', 'job')),
  at_page text not null,
  request_id text,
  previous_hash text not null check (previous_hash ~ '^[0-9a-f]{64}$'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (authority_id, sequence)
);
comment on table platform.audit_entry is 'Every change, with its before and after; a chain of hashes for each authority. The application may insert and select, nothing else.';
comment on column platform.audit_entry.sequence is 'From 1, without gaps, within the authority.';
comment on column platform.audit_entry.at_page is 'The page, API path, command or job from which it was done.';
comment on column platform.audit_entry.previous_hash is 'The hash of the entry before; of the first, 64 zeros.';
comment on column platform.audit_entry.hash is 'SHA-256, in hexadecimal, of the previous hash and the entry as canonical JSON.';
create index audit_entry_by_record on platform.audit_entry (authority_id, record_type, record_id, sequence desc);
create index audit_entry_by_actor on platform.audit_entry (authority_id, actor_kind, actor_id, sequence desc);
create index audit_entry_by_time on platform.audit_entry (authority_id, at desc);
call platform.protect('platform.audit_entry', privileges => 'select, insert');
-- What providers and people do is written down too, but they cannot read the log.
create policy append_only on platform.audit_entry for insert to canlyn_provider, canlyn_own
  with check (authority_id = platform.current_authority());

create table platform.audit_head (
  authority_id integer not null,
  sequence bigint not null check (sequence >= 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (authority_id)
);
comment on table platform.audit_head is 'The last link of each authority''s chain: locked by whoever writes next, and compared with the entries to notice an end that was cut off.';
call platform.protect('platform.audit_head', privileges => 'select');

-- Waits until no other transaction is writing to this authority's chain, and answers its last link.
create function platform.lock_audit_head() returns table (sequence bigint, hash text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into platform.audit_head as h (authority_id, sequence, hash)
    values (platform.current_authority(), 0, repeat('0', 64)) on conflict do nothing;
  return query select h.sequence, h.hash from platform.audit_head h
    where h.authority_id = platform.current_authority() for update;
end $$;

-- Moves the head forward to an entry that was really written; it cannot be moved back or to anything else.
create function platform.move_audit_head(to_sequence bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update platform.audit_head h set sequence = e.sequence, hash = e.hash
    from platform.audit_entry e
    where h.authority_id = platform.current_authority() and h.sequence < to_sequence
      and e.authority_id = h.authority_id and e.sequence = to_sequence;
  if not found then
    raise exception 'the audit chain has no entry % after its head', to_sequence;
  end if;
end $$;

revoke execute on function platform.lock_audit_head(), platform.move_audit_head(bigint) from public;
grant execute on function platform.lock_audit_head(), platform.move_audit_head(bigint) to canlyn_app;
