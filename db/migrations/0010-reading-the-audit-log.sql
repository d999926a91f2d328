-- The log only grows; an order's page asks it about one order, the list of groups when each phone last came in.
create index audit_log_subject on audit_log (subject);
create index audit_log_sign_in on audit_log (actor_id, at) where action = 'sign-in';
