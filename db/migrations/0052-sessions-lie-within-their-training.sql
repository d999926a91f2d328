-- Nobody is at a session for longer than the longest session lasts.
alter table attendance
  drop constraint attendance_minutes_present_check,
  add constraint attendance_minutes_present_check check (minutes_present between 0 and 720);

create function session_within_training() returns trigger language plpgsql as $$
declare
  target uuid := case tg_table_name when 'training' then new.id else (to_jsonb(new) ->> 'training_id')::uuid end;
begin
  -- whoever changes the days of the training meanwhile is waited for
  perform from training where id = target for share;
  if exists (
    select from training t join training_session s on s.training_id = t.id
    where t.id = target and s.held_on not between t.starts_on and t.ends_on
  ) then
    raise exception 'A session lies within the days of its training'
      using errcode = 'check_violation', constraint = 'session_within_training';
  end if;
  return null;
end $$;
-- At the end of a transaction, so that a training can move to other days together with its sessions.
create constraint trigger training_session_within after insert or update of training_id, held_on on training_session
  deferrable initially deferred for each row execute function session_within_training();
create constraint trigger training_around_sessions after update of starts_on, ends_on on training
  deferrable initially deferred for each row execute function session_within_training();
