-- A package that an import puts back as it stood before arrives at the record that stands for its person now.

create trigger arrives before insert or update of person_id on work_allocation.package
  for each row execute function care_planning.arrive();
