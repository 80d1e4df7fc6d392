-- What can be counted of visits: the fact view (one row a visit), its rollup by day and month, and who was served by whom each month.

create view work_allocation.visit_fact with (security_invoker = true) as
select
  v.authority_id, v.contract_id, v.provider_id, v.area_id, v.service_day as day,
  v.provider_id || '/' || v.visit_ref as fact_key,
  v.visit_ref, v.package_id, v.person_id, v.planned_start, v.planned_end, v.actual_start, v.actual_end, v.status, v.cancelled_reason,
  v.worker_ref, v.second_worker_ref, v.language, v.language_asked, d.late_tolerance_minutes, d.short_tolerance_percent,
  true as is_planned,
  v.status = 'delivered' as is_delivered,
  v.status = 'missed' as is_missed,
  v.status = 'cancelled' as is_cancelled,
  v.status <> 'cancelled' as is_due,
  v.status = 'delivered' and v.actual_start is not null as has_start,
  v.status = 'delivered' and v.actual_start > v.planned_start + make_interval(mins => d.late_tolerance_minutes) is true as is_late,
  v.status = 'delivered' and v.actual_start <= v.planned_start + make_interval(mins => d.late_tolerance_minutes) is true as is_on_time,
  v.status = 'delivered' and v.actual_start is not null and v.actual_end is not null as has_times,
  v.status = 'delivered' and (v.actual_start is null or v.actual_end is null) as lacks_times,
  v.status = 'delivered'
    and extract(epoch from v.actual_end - v.actual_start) * 100
      < extract(epoch from v.planned_end - v.planned_start) * d.short_tolerance_percent is true as is_short,
  v.status = 'delivered' and v.language is not null as has_language,
  v.status = 'delivered' and v.language = v.language_asked is true as is_in_language_asked,
  v.status = 'delivered' and v.language_asked = 'cy' as is_welsh_asked,
  v.status = 'delivered' and v.language_asked = 'cy' and v.language = 'cy' is true as is_welsh_given,
  extract(epoch from v.planned_end - v.planned_start)::bigint as planned_seconds,
  case when v.status <> 'cancelled' then extract(epoch from v.planned_end - v.planned_start)::bigint else 0 end as due_seconds,
  case when v.status = 'delivered' then coalesce(extract(epoch from v.actual_end - v.actual_start)::bigint, 0) else 0 end
    as delivered_seconds,
  case when v.status = 'delivered'
    then coalesce(extract(epoch from v.actual_end - v.actual_start)::bigint, 0)
      * case when v.second_worker_ref is null then 1 else 2 end
    else 0 end as worker_seconds
from work_allocation.visit v
join measures.contract_dimension d on d.authority_id = v.authority_id and d.contract_id = v.contract_id;
comment on view work_allocation.visit_fact is 'One row a visit with what is counted of it, judged by the tolerances of its contract. The rollup, the scan in tests and the explanation all read this.';
grant select on work_allocation.visit_fact to canlyn_app;

create table work_allocation.visit_rollup (
  authority_id integer not null,
  contract_id integer not null,
  provider_id integer not null,
  area_id integer not null,
  grain text not null check (grain in ('day', 'month')),
  starts_on date not null,
  planned bigint not null,
  delivered bigint not null,
  missed bigint not null,
  cancelled bigint not null,
  due bigint not null,
  started bigint not null,
  late bigint not null,
  on_time bigint not null,
  timed bigint not null,
  untimed bigint not null,
  short bigint not null,
  language_recorded bigint not null,
  language_matched bigint not null,
  welsh_asked bigint not null,
  welsh_given bigint not null,
  planned_seconds bigint not null,
  due_seconds bigint not null,
  delivered_seconds bigint not null,
  worker_seconds bigint not null,
  primary key (authority_id, contract_id, provider_id, area_id, grain, starts_on)
);
comment on table work_allocation.visit_rollup is 'Visits counted by contract, provider, area and day or month; always what a scan of visit_fact would give.';
create index visit_rollup_by_time on work_allocation.visit_rollup (authority_id, grain, starts_on);
call platform.protect('work_allocation.visit_rollup', 'provider_id = platform.current_provider()');

-- Who was served, month by month: the members behind counts of different people and different workers.
create table work_allocation.person_month (
  authority_id integer not null,
  contract_id integer not null,
  provider_id integer not null,
  area_id integer not null,
  month date not null,
  person_id bigint not null,
  delivered bigint not null,
  missed bigint not null,
  workers bigint not null,
  was_due boolean not null,
  was_served boolean not null,
  has_worker boolean not null,
  was_missed_twice boolean not null,
  primary key (authority_id, contract_id, provider_id, area_id, month, person_id)
);
comment on table work_allocation.person_month is 'What one person received in one month under one contract: visits delivered and missed, and how many different workers came.';
create index person_month_by_month on work_allocation.person_month (authority_id, month);
call platform.protect('work_allocation.person_month', 'provider_id = platform.current_provider()');

create function work_allocation.person_months(of_authority integer, of_contract integer, of_month date)
returns table (
  provider_id integer, area_id integer, person_id bigint, delivered bigint, missed bigint, workers bigint,
  was_due boolean, was_served boolean, has_worker boolean, was_missed_twice boolean
) language sql stable as $$
  select m.provider_id, m.area_id, m.person_id, m.delivered, m.missed, m.workers,
    m.due > 0, m.delivered > 0, m.workers > 0, m.missed >= 2
  from (
    select v.provider_id, v.area_id, v.person_id,
      count(*) filter (where w.hand = 1 and v.status = 'delivered') as delivered,
      count(*) filter (where w.hand = 1 and v.status = 'missed') as missed,
      count(*) filter (where w.hand = 1 and v.status <> 'cancelled') as due,
      count(distinct w.worker) filter (where v.status = 'delivered') as workers
    from work_allocation.visit v
    cross join lateral (values (1, v.worker_ref), (2, v.second_worker_ref)) as w (hand, worker)
    where v.authority_id = of_authority and v.contract_id = of_contract
      and v.service_day >= of_month and v.service_day < (of_month + interval '1 month')::date
    group by v.provider_id, v.area_id, v.person_id
  ) m
$$;
comment on function work_allocation.person_months is 'The person-months of one contract and month, from the visits themselves.';

-- The database marks what a change touched, in the transaction of the change, so that no import, correction or undo can forget to.
create function work_allocation.mark_visits() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into measures.changed_cell (authority_id, source, contract_id, month)
    select distinct authority_id, 'visits', contract_id, measures.month_of(service_day) from rows_after;
  end if;
  if tg_op <> 'INSERT' then
    insert into measures.changed_cell (authority_id, source, contract_id, month)
    select distinct authority_id, 'visits', contract_id, measures.month_of(service_day) from rows_before;
  end if;
  return null;
end $$;
create trigger visits_inserted after insert on work_allocation.visit
  referencing new table as rows_after for each statement execute function work_allocation.mark_visits();
create trigger visits_updated after update on work_allocation.visit
  referencing old table as rows_before new table as rows_after for each statement execute function work_allocation.mark_visits();
create trigger visits_deleted after delete on work_allocation.visit
  referencing old table as rows_before for each statement execute function work_allocation.mark_visits();

-- A contract's tolerances say which of its visits were late or short: when they change, all its months are counted again.
create function work_allocation.mark_contract() returns trigger language plpgsql as $$
begin
  insert into measures.changed_cell (authority_id, source, contract_id, month)
  select distinct r.authority_id, 'visits', r.contract_id, r.starts_on
  from work_allocation.visit_rollup r
  where r.authority_id = new.authority_id and r.contract_id = new.contract_id and r.grain = 'month';
  return null;
end $$;
create trigger contract_changed after insert or update on measures.contract_dimension
  for each row execute function work_allocation.mark_contract();
