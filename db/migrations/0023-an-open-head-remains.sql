-- Only a head opens and closes accounts of staff: the last open one stays, also when two close each other at once.
create function open_head_must_remain() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('open_head_must_remain'));
  if not exists (select from app_user where role = 'head' and disabled_at is null) then
    raise exception 'no open head would be left'
      using errcode = 'check_violation', constraint = 'app_user_open_head_remains';
  end if;
  return null;
end $$;
create trigger app_user_open_head_remains after update of disabled_at, role on app_user for each row
  when (old.role = 'head' and old.disabled_at is null and (new.role <> 'head' or new.disabled_at is not null))
  execute function open_head_must_remain();
