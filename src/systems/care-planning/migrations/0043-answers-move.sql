-- An answer to a plan stays as it was given, but goes with the person when two records of one are merged; only the authority's staff merge.
grant update (person_id) on care_planning.plan_answer to canlyn_app;
create policy only_staff_move on care_planning.plan_answer as restrictive for update to canlyn_provider, canlyn_own using (false);
