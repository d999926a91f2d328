-- Extensions and the small functions every later migration leans on.
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;

-- unaccent() is only STABLE because its dictionary could change; ours does not, and indexes need IMMUTABLE.
create function fold(words text) returns text
  language sql immutable parallel safe strict
  return lower(public.unaccent('public.unaccent'::regdictionary, words));

-- The time as the shop knows it: the database's own, so that no instance's clock can expire a hold early.
-- The demo seed and the tests live at other moments by setting anyam.now on their connection; nothing else may.
create function moment() returns timestamptz
  language sql stable parallel safe
  return coalesce(nullif(current_setting('anyam.now', true), '')::timestamptz, now());

-- A 16-digit run is almost surely a NIK, which Anyam never stores (UU 27/2022).
create function has_no_nik(words text) returns boolean
  language sql immutable parallel safe
  return words is null or regexp_replace(words, '[ .-]', '', 'g') !~ '\d{16}';

create domain slug as text check (value ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(value) <= 80);
create domain phone_e164 as text check (value ~ '^\+[1-9]\d{7,14}$');
create domain rupiah as bigint check (value between -9000000000000 and 9000000000000);

-- Allowed moves between states. Moving to the same state is a no-op, never an error.
create table state_move (
  machine text not null,
  from_state text not null,
  to_state text not null,
  primary key (machine, from_state, to_state)
);

create function state_must_move() returns trigger language plpgsql as $$
begin
  if new.state is distinct from old.state and not exists (
    select 1 from state_move where machine = tg_argv[0] and from_state = old.state and to_state = new.state
  ) then
    raise exception '% cannot move from % to %', tg_argv[0], old.state, new.state
      using errcode = 'check_violation', constraint = tg_argv[0] || '_move';
  end if;
  return new;
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

-- What staff can set without a programmer. One row a key.
create table setting (
  key text primary key,
  value jsonb not null,
  changed_at timestamptz not null default moment()
);
