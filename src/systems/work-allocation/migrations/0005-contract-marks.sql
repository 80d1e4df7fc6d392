-- A contract's new tolerance marks also the months that are marked already: a reading made of them before must not be remembered.

create or replace function work_allocation.mark_contract() returns trigger language plpgsql as $$
begin
  insert into measures.changed_cell (authority_id, source, contract_id, month)
  select r.authority_id, 'visits', r.contract_id, r.starts_on
  from work_allocation.visit_rollup r
  where r.authority_id = new.authority_id and r.contract_id = new.contract_id and r.grain = 'month'
  union
  select m.authority_id, m.source, m.contract_id, m.month
  from measures.changed_cell m
  where m.authority_id = new.authority_id and m.source = 'visits' and m.contract_id = new.contract_id;
  return null;
end $$;
