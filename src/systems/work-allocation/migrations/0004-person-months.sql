-- Person-months without sorting: workers are told apart by a group each, which costs a third of counting distinct ones.

create or replace function work_allocation.person_months(of_authority integer, of_contract integer, of_month date)
returns table (
  provider_id integer, area_id integer, person_id bigint, delivered bigint, missed bigint, workers bigint,
  was_due boolean, was_served boolean, has_worker boolean, was_missed_twice boolean
) language sql stable as $$
  select p.provider_id, p.area_id, p.person_id, sum(p.delivered)::bigint, sum(p.missed)::bigint,
    count(p.worker) filter (where p.came),
    sum(p.due) > 0, sum(p.delivered) > 0, count(p.worker) filter (where p.came) > 0, sum(p.missed) >= 2
  from (
    select v.provider_id, v.area_id, v.person_id, w.worker,
      bool_or(v.status = 'delivered') as came,
      count(*) filter (where w.hand = 1 and v.status = 'delivered') as delivered,
      count(*) filter (where w.hand = 1 and v.status = 'missed') as missed,
      count(*) filter (where w.hand = 1 and v.status <> 'cancelled') as due
    from work_allocation.visit v
    cross join lateral (
      select 1 as hand, v.worker_ref as worker union all select 2, v.second_worker_ref where v.second_worker_ref is not null) w
    where v.authority_id = of_authority and v.contract_id = of_contract
      and v.service_day between of_month and measures.month_end(of_month)
    group by v.provider_id, v.area_id, v.person_id, w.worker
  ) p
  group by p.provider_id, p.area_id, p.person_id
$$;
