create table province (code text primary key check (code ~ '^\d\d$'), name text not null);
create table regency (
  code text primary key check (code ~ '^\d\d\.\d\d$'),
  province_code text not null references province,
  name text not null
);
create table district (
  code text primary key check (code ~ '^\d\d\.\d\d\.\d\d$'),
  regency_code text not null references regency,
  name text not null,
  -- what people say and type when it differs from the official spelling: "Teluk Batang" for "Telukbatang"
  spoken text,
  words text not null
);
create index district_regency on district (regency_code);
create index district_words on district using gin (words gin_trgm_ops);
create table village (
  code text primary key check (code ~ '^\d\d\.\d\d\.\d\d\.\d{4}$'),
  district_code text not null references district,
  name text not null,
  spoken text,
  postal_code text check (postal_code ~ '^\d{5}$'),
  slug text not null generated always as (trim(both '-' from regexp_replace(fold(coalesce(spoken, name)), '[^a-z0-9]+', '-', 'g'))) stored
);

create table library (
  id uuid primary key,
  slug slug not null unique,
  kind text not null check (kind in ('regency', 'village')),
  name text not null,
  village_code text references village,
  about_id text, about_en text,
  address text, phone text, hours_id text, hours_en text,
  source_url text,
  is_demo boolean not null default false,
  created_at timestamptz not null default moment()
);

create table craft_group (
  id uuid primary key,
  slug slug not null unique,
  name text not null,
  village_code text not null references village,
  hamlet text,
  about_id text, about_en text,
  founded_year int check (founded_year between 1900 and 2100),
  phone phone_e164,
  business_number text, -- NIB, where the group has one (PP 80/2019 art 13)
  fee_basis_points int not null default 0 check (fee_basis_points between 0 and 10000),
  weave_motif text not null default 'polos', -- the pattern drawn beside the name
  weave_colour text not null default 'kesumba',
  state text not null default 'active' check (state in ('active', 'resting', 'closed')),
  -- sample goods only: a real group about whom nothing may be invented
  shows_samples_only boolean not null default false,
  source_url text,
  is_demo boolean not null default false,
  created_at timestamptz not null default moment()
);
create table group_supporter (
  id uuid primary key,
  group_id uuid not null references craft_group,
  name text not null,
  note_id text not null, note_en text not null,
  since_year int, until_year int,
  source_url text,
  check (until_year is null or since_year is null or until_year >= since_year)
);

create table training (
  id uuid primary key,
  slug slug not null unique,
  title_id text not null, title_en text not null,
  summary_id text, summary_en text,
  library_id uuid not null references library,
  strategy text not null check (strategy in ('pelibatan-masyarakat', 'advokasi', 'peningkatan-layanan-informasi')),
  skill text not null, -- what was taught: 'anyam', 'pewarnaan', 'jahit', 'lekar', 'foto-harga', 'kemas-kirim'
  place_id text not null, place_en text not null,
  district_code text not null references district,
  state text not null default 'planned' check (state in ('planned', 'held', 'cancelled')),
  starts_on date not null, ends_on date not null check (ends_on >= starts_on),
  reported_participant_count int check (reported_participant_count >= 0), -- where the source gives a count and no list
  budget_source text check (budget_source in ('APBD', 'APBN', 'APBDes', 'DAK', 'mitra', 'swadaya')),
  source_url text,
  is_demo boolean not null default false,
  created_at timestamptz not null default moment()
);
insert into state_move values
  ('training', 'planned', 'held'), ('training', 'planned', 'cancelled'), ('training', 'cancelled', 'planned');
create trigger training_move before update of state on training for each row execute function state_must_move('training');

create table training_session (
  id uuid primary key,
  training_id uuid not null references training,
  held_on date not null,
  minutes int not null check (minutes between 15 and 720),
  topic_id text not null, topic_en text not null,
  unique (training_id, held_on, topic_id)
);
create table training_facilitator (
  training_id uuid not null references training,
  name text not null check (has_no_nik(name)),
  role text not null check (role in ('instructor', 'facilitator')),
  primary key (training_id, name)
);

-- A person as the attendance list knows them. There is no NIK column anywhere, and none may hide in a text.
create table participant (
  id uuid primary key,
  name text not null check (length(name) between 1 and 80 and has_no_nik(name)),
  village_code text references village,
  phone_tail text check (phone_tail ~ '^\d{4}$'),
  sex text check (sex in ('female', 'male')),
  birth_year int check (birth_year between 1900 and 2100),
  is_demo boolean not null default false,
  created_at timestamptz not null default moment()
);
create table attendance (
  session_id uuid not null references training_session,
  participant_id uuid not null references participant,
  role text not null default 'learner' check (role in ('learner', 'library-officer', 'guest')),
  minutes_present int not null check (minutes_present >= 0),
  primary key (session_id, participant_id)
);
create index attendance_participant on attendance (participant_id);

create table group_training (
  group_id uuid not null references craft_group,
  training_id uuid not null references training,
  evidence text not null check (evidence in ('documented', 'verified', 'stated')),
  note_id text, note_en text,
  primary key (group_id, training_id)
);
create index group_training_training on group_training (training_id);

create table member (
  id uuid primary key,
  group_id uuid not null references craft_group,
  name text not null check (length(name) between 1 and 80 and has_no_nik(name)),
  honorific text not null default 'Bu',
  participant_id uuid references participant,
  joined_on date, left_on date,
  is_demo boolean not null default false,
  unique (id, group_id)
);
create index member_group on member (group_id);

-- One row a purpose; asked apart from attendance; withdrawing keeps the row (UU 27/2022 art 22, 24).
create table consent (
  id uuid primary key,
  member_id uuid not null references member,
  purpose text not null check (purpose in ('public-photo', 'public-name', 'public-story', 'follow-up-contact', 'income-data')),
  text_version text not null,
  channel text not null check (channel in ('paper', 'voice', 'whatsapp', 'online')),
  given_by text not null default 'self' check (given_by in ('self', 'guardian')),
  witness text,
  given_on date not null,
  withdrawn_at timestamptz
);
create unique index consent_active on consent (member_id, purpose) where withdrawn_at is null;
