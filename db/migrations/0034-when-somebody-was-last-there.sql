-- When a user was last there outlives the session that showed it, however that ends: by the user, by staff, by the sweep.
create table last_seen (
  user_id uuid primary key references app_user on delete cascade,
  at timestamptz not null
);
insert into last_seen
  select actor_id, max(at) from audit_log
  where action = 'sign-in' and actor_id in (select id from app_user) group by actor_id;

create function remember_last_seen() returns trigger language plpgsql as $$
begin
  insert into last_seen
    select old.user_id, old.updated_at where exists (select from app_user where id = old.user_id)
    on conflict (user_id) do update set at = greatest(last_seen.at, excluded.at);
  return null;
end $$;
create trigger session_seen after delete on user_session for each row execute function remember_last_seen();
