-- How far a file has been read while it is under way, and the long work that reads it, so that a page can show both.

alter table platform.import
  add column share_read numeric(4, 3) not null default 0 check (share_read between 0 and 1),
  add column job_id bigint;
comment on column platform.import.share_read is 'How much of the file is behind the run that is under way, 0 to 1.';
comment on column platform.import.job_id is 'The job that checks it or brings it in; null where it was brought in without one, as by the command line.';
