-- When an import under way last wrote something, so that one whose program was killed can be told from one that is slow.

alter table platform.import add column heard_at timestamptz;
comment on column platform.import.heard_at is 'When the run under way last wrote something; null before its first run.';
