-- Sign-in tables as better-auth expects them, under our own names.
create table app_user (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  phone_number phone_e164 unique,
  phone_number_verified boolean not null default false,
  role text not null check (role in ('staff', 'head', 'group')),
  group_id uuid references craft_group,
  two_factor_enabled boolean not null default false,
  disabled_at timestamptz,
  is_demo boolean not null default false,
  created_at timestamptz not null default moment(),
  updated_at timestamptz not null default moment(),
  check ((role = 'group') = (group_id is not null))
);
create table user_session (
  id uuid primary key,
  user_id uuid not null references app_user on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text, user_agent text,
  created_at timestamptz not null default moment(),
  updated_at timestamptz not null default moment()
);
create index user_session_user on user_session (user_id);
create table user_credential (
  id uuid primary key,
  user_id uuid not null references app_user on delete cascade,
  account_id text not null, provider_id text not null,
  password text,
  access_token text, refresh_token text, id_token text,
  access_token_expires_at timestamptz, refresh_token_expires_at timestamptz, scope text,
  created_at timestamptz not null default moment(),
  updated_at timestamptz not null default moment(),
  unique (provider_id, account_id)
);
create table sign_in_verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default moment(),
  updated_at timestamptz not null default moment()
);
create index sign_in_verification_identifier on sign_in_verification (identifier);
-- Kept once the first code from the app was right; until then verified is false and sign-in asks for nothing.
create table user_two_factor (
  id uuid primary key,
  user_id uuid not null references app_user on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default false,
  failed_verification_count int not null default 0,
  locked_until timestamptz
);
-- Six digits for a group's phone. Asked for by one browser and good only there; or read out by staff (issued_by) and
-- good in a browser that asked for the same phone. user_id is null for a phone nobody has: the answer must not tell.
create table sign_in_code (
  id uuid primary key,
  user_id uuid references app_user on delete cascade,
  browser_hash text unique,
  code_hash text not null,
  tries int not null default 0 check (tries between 0 and 5),
  issued_by uuid references app_user,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default moment(),
  check ((browser_hash is null) = (issued_by is not null)),
  check (user_id is not null or issued_by is null)
);
create index sign_in_code_user on sign_in_code (user_id) where used_at is null;
create index sign_in_code_expires on sign_in_code (expires_at);
-- The link staff print or send: works once, for one group, for a limited time. Only its hash is kept.
create table sign_in_link (
  token_hash text primary key,
  user_id uuid not null references app_user on delete cascade,
  made_by uuid references app_user,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default moment()
);

-- Every change staff or a group makes, with who, what and why. Never rewritten.
create table audit_log (
  id bigint generated always as identity primary key,
  actor_id uuid,
  actor_name text not null,
  action text not null,
  subject text not null,
  before jsonb, after jsonb, reason text,
  at timestamptz not null default moment()
);
create trigger audit_log_append_only before update or delete or truncate on audit_log
  for each statement execute function refuse_change();

-- Mails to send. The id says what the mail is about, so the same news is queued once, whatever is retried.
create table notice (
  id text primary key, -- 'order:{id}:paid:v1'
  order_id uuid references shop_order,
  channel text not null check (channel in ('mail', 'message')),
  recipient text not null,
  locale text not null check (locale in ('id', 'en')),
  template text not null,
  data jsonb not null default '{}',
  queued_at timestamptz not null default moment(),
  sent_at timestamptz
);

-- rate-limiter-flexible's table: limits hold across instances.
create table rate_limit (key text primary key, points int not null default 0, expire bigint);
