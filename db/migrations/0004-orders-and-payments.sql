-- A basket needs no account. The cookie holds the token; only its hash is here.
create table cart (
  id uuid primary key,
  token_hash text not null unique,
  destination_district text references district, -- where the visitor said they live, for shipping estimates
  checkout jsonb not null default '{}', -- what was typed so far; read through the checkout schemas
  created_at timestamptz not null default moment(),
  updated_at timestamptz not null default moment()
);
create table cart_line (
  cart_id uuid not null references cart on delete cascade,
  variant_id uuid not null references variant,
  quantity int not null check (quantity between 1 and 99),
  seen_price_rupiah rupiah not null, -- the price the shopper last saw; a difference is said aloud
  added_at timestamptz not null default moment(),
  primary key (cart_id, variant_id)
);

-- Where the library receives money. The demo account is marked so that nobody transfers to it.
create table receiving_account (
  id uuid primary key,
  bank text not null, number text not null, holder text not null,
  is_active boolean not null default true,
  is_demo boolean not null default false
);

-- Tariffs staff keep by hand. The nearest scope wins: district, then regency, then province, then the whole country.
create table shipping_tariff (
  id uuid primary key,
  method text not null check (method in ('local', 'boat', 'courier')),
  scope text not null check (scope = 'ID' or scope ~ '^\d\d(\.\d\d){0,2}$'),
  carrier text not null,
  first_kg_rupiah rupiah not null check (first_kg_rupiah >= 0),
  next_kg_rupiah rupiah not null check (next_kg_rupiah >= 0),
  days_min int not null check (days_min >= 0),
  days_max int not null check (days_max >= days_min),
  note_id text, note_en text, -- sailings, weather
  is_active boolean not null default true,
  is_demo boolean not null default false,
  unique (method, scope, carrier)
);

create table shop_order (
  id uuid primary key,
  code text not null unique check (code ~ '^P-[2-9A-HJKMNP-TV-Z]{6}$'),
  intent_id uuid not null unique, -- made by the form: a double click or a resend is the same order
  link_version int not null default 1,
  locale text not null check (locale in ('id', 'en')),
  buyer_name text not null check (length(buyer_name) between 1 and 80 and has_no_nik(buyer_name)),
  buyer_phone phone_e164 not null,
  buyer_email text check (buyer_email ~ '^[^@\s]+@[^@\s]+$'),
  country text not null default 'ID' check (country ~ '^[A-Z]{2}$'),
  district_code text references district,
  street text, village text, postal_code text, landmark text,
  note text check (has_no_nik(note)),
  goods_rupiah rupiah not null check (goods_rupiah > 0),
  placed_at timestamptz not null default moment(),
  is_demo boolean not null default false,
  erased_at timestamptz,
  check (country <> 'ID' or erased_at is not null or district_code is not null)
);
create index shop_order_phone on shop_order (buyer_phone);

create table parcel (
  id uuid primary key,
  order_id uuid not null references shop_order,
  group_id uuid not null references craft_group,
  state text not null default 'waiting' check (state in
    ('waiting', 'open', 'accepted', 'packed', 'dispatched', 'received', 'declined', 'cancelled', 'returned')),
  delivery text not null check (delivery in ('pickup-library', 'pickup-group', 'local', 'boat', 'courier', 'quote')),
  carrier text,
  shipping_rupiah rupiah check (shipping_rupiah >= 0), -- null until the group has confirmed it
  billable_grams int not null check (billable_grams > 0),
  promise_on date not null, -- frozen when the order is placed
  days_min int, days_max int,
  accepted_at timestamptz, packed_at timestamptz, dispatched_at timestamptz, received_at timestamptz, closed_at timestamptz,
  received_by text check (received_by in ('buyer', 'time', 'staff')),
  dispatch_carrier text, tracking_number text,
  decline_reason text check (decline_reason in ('out-of-stock', 'damaged', 'too-late', 'cannot-ship', 'other')),
  decline_note text,
  problem_note text, problem_at timestamptz, problem_settled_at timestamptz,
  unique (order_id, group_id),
  unique (id, group_id),
  check (state <> 'dispatched' or dispatched_at is not null),
  check (state <> 'received' or received_at is not null),
  check (state <> 'declined' or decline_reason is not null),
  check (problem_settled_at is null or problem_at is not null),
  check (state in ('waiting', 'cancelled', 'declined') or shipping_rupiah is not null)
);
create index parcel_group on parcel (group_id, state);
create index parcel_auto_receive on parcel (dispatched_at) where state = 'dispatched';
insert into state_move values
  ('parcel', 'waiting', 'open'), ('parcel', 'waiting', 'cancelled'), ('parcel', 'open', 'accepted'),
  ('parcel', 'accepted', 'packed'), ('parcel', 'packed', 'dispatched'), ('parcel', 'dispatched', 'received'),
  ('parcel', 'packed', 'received'), -- picked up by the buyer
  ('parcel', 'waiting', 'declined'), -- asked what sending would cost, the group says that it cannot
  ('parcel', 'open', 'declined'), ('parcel', 'accepted', 'declined'), ('parcel', 'packed', 'declined'),
  ('parcel', 'open', 'cancelled'), ('parcel', 'accepted', 'cancelled'), ('parcel', 'packed', 'cancelled'), -- unpaid pickup that ran out
  ('parcel', 'cancelled', 'open'), -- money came late and every piece could still be had
  ('parcel', 'dispatched', 'returned'), ('parcel', 'received', 'returned'); -- lost or not as described: its money went back
create trigger parcel_move before update of state on parcel for each row execute function state_must_move('parcel');

create table order_line (
  id uuid primary key,
  order_id uuid not null references shop_order,
  parcel_id uuid not null,
  group_id uuid not null,
  product_id uuid not null,
  variant_id uuid not null references variant,
  -- as shown on the day of the order: later edits do not rewrite what was bought
  title_id text not null, title_en text not null, label_id text not null, label_en text not null,
  product_code text not null,
  unit_price_rupiah rupiah not null check (unit_price_rupiah > 0),
  quantity int not null check (quantity between 1 and 99),
  line_rupiah rupiah not null check (line_rupiah = unit_price_rupiah * quantity),
  fee_basis_points int not null check (fee_basis_points between 0 and 10000),
  fee_rupiah rupiah not null check (fee_rupiah = (line_rupiah * fee_basis_points) / 10000),
  mode text not null check (mode in ('ready', 'made-to-order')),
  -- trainings linked to the piece on that day, so that outcomes never change behind a report
  training_ids uuid[] not null default '{}',
  unique (order_id, variant_id),
  foreign key (parcel_id, group_id) references parcel (id, group_id),
  foreign key (product_id, group_id) references product (id, group_id)
);
create index order_line_parcel on order_line (parcel_id);
create index order_line_product on order_line (product_id);

create table stock_hold (
  id uuid primary key,
  order_id uuid not null references shop_order,
  variant_id uuid not null references variant,
  quantity int not null check (quantity > 0),
  mode text not null check (mode in ('ready', 'made-to-order')),
  -- held: promised, unpaid; until when is the payment's to say. weaving: paid and being made. consumed: the buyer's.
  -- released: back on the shelf. lost: the piece turned out not to be there, or to be damaged.
  state text not null default 'held' check (state in ('held', 'weaving', 'consumed', 'released', 'lost')),
  unique (order_id, variant_id),
  check (mode = 'ready' or state <> 'lost'),
  check (mode = 'made-to-order' or state <> 'weaving')
);
create index stock_hold_variant on stock_hold (variant_id);
insert into state_move values
  ('hold', 'held', 'weaving'), ('hold', 'held', 'consumed'), ('hold', 'held', 'released'),
  ('hold', 'weaving', 'consumed'), ('hold', 'weaving', 'released'), ('hold', 'released', 'held'), ('hold', 'consumed', 'released'),
  ('hold', 'held', 'lost'), ('hold', 'consumed', 'lost');
create trigger hold_move before update of state on stock_hold for each row execute function state_must_move('hold');

create table payment (
  id uuid primary key,
  order_id uuid not null unique references shop_order,
  method text not null check (method in ('transfer', 'pickup', 'card')),
  -- quoting: a shipping cost is still to be confirmed. processing: the card provider has not heard from the bank yet.
  -- refund-due: money came for goods that can no longer be given.
  state text not null check (state in
    ('quoting', 'awaiting', 'proof-sent', 'processing', 'paid', 'expired', 'cancelled', 'refund-due', 'refunded')),
  shipping_rupiah rupiah check (shipping_rupiah >= 0),
  unique_code_rupiah int not null default 0 check (unique_code_rupiah between 0 and 999),
  total_rupiah rupiah check (total_rupiah > 0), -- null while quoting
  receiving_account_id uuid references receiving_account,
  expires_at timestamptz not null,
  proof_image_key text references image, proof_sent_at timestamptz, proof_refused_reason text,
  card_session_id text unique, card_intent_id text unique, card_attempt int not null default 1,
  paid_at timestamptz, confirmed_by text, paid_note text,
  check (state = 'quoting' or state in ('expired', 'cancelled') or total_rupiah is not null),
  check (state not in ('paid', 'refund-due', 'refunded') or paid_at is not null),
  check (method <> 'transfer' or total_rupiah is null or receiving_account_id is not null)
);
create index payment_open on payment (expires_at) where state in ('quoting', 'awaiting', 'proof-sent', 'processing');
insert into state_move values
  ('payment', 'quoting', 'awaiting'), ('payment', 'quoting', 'expired'), ('payment', 'quoting', 'cancelled'),
  ('payment', 'awaiting', 'proof-sent'), ('payment', 'awaiting', 'processing'), ('payment', 'awaiting', 'paid'),
  ('payment', 'awaiting', 'expired'), ('payment', 'awaiting', 'cancelled'),
  -- a buyer who says the money is sent is never expired by the clock, only answered by a person
  ('payment', 'proof-sent', 'awaiting'), ('payment', 'proof-sent', 'paid'), ('payment', 'processing', 'awaiting'), ('payment', 'processing', 'paid'),
  ('payment', 'expired', 'paid'), ('payment', 'expired', 'refund-due'),
  ('payment', 'cancelled', 'refund-due'), ('payment', 'paid', 'refund-due'), ('payment', 'refund-due', 'refunded'),
  ('payment', 'refunded', 'refund-due'); -- the refund bounced
create trigger payment_move before update of state on payment for each row execute function state_must_move('payment');

-- A transfer is told from another by its exact total, so no two open totals on one account may be equal,
-- nor may one be used again within the grace in which late money still arrives.
create table transfer_total (
  -- taken before the order row is written, so that an order without a free total leaves nothing behind
  order_id uuid primary key references shop_order deferrable initially deferred,
  receiving_account_id uuid not null references receiving_account,
  total_rupiah rupiah not null,
  used tstzrange not null,
  exclude using gist (receiving_account_id with =, (total_rupiah::bigint) with =, used with &&)
);

create table refund (
  id uuid primary key,
  order_id uuid not null references shop_order,
  parcel_id uuid references parcel, -- null: the whole order
  amount_rupiah rupiah not null check (amount_rupiah > 0),
  reason text not null check (reason in ('declined', 'paid-after-expiry', 'paid-after-cancel', 'complaint')),
  state text not null default 'due' check (state in ('due', 'sent', 'failed')),
  attempt int not null default 1 check (attempt > 0), -- raised by each failure, so that every try has its own keys
  bank_reference text, card_refund_id text unique,
  sent_by text, sent_at timestamptz, sent_from text check (sent_from in ('bank', 'card', 'cash')),
  created_at timestamptz not null default moment(),
  unique nulls not distinct (order_id, parcel_id),
  check (state <> 'sent' or (sent_at is not null and sent_from is not null))
);
insert into state_move values ('refund', 'due', 'sent'), ('refund', 'due', 'failed'), ('refund', 'failed', 'sent'), ('refund', 'sent', 'failed');
create trigger refund_move before update of state on refund for each row execute function state_must_move('refund');

-- What happened, in order, for the buyer's page and for staff. Never rewritten.
create table order_event (
  id bigint generated always as identity primary key,
  order_id uuid not null references shop_order,
  parcel_id uuid references parcel,
  kind text not null,
  actor text not null, -- 'buyer', 'system', 'card', or a user id
  detail jsonb not null default '{}',
  at timestamptz not null default moment()
);
create index order_event_order on order_event (order_id, id);
create trigger order_event_append_only before update or delete or truncate on order_event
  for each statement execute function refuse_change();

-- Things a person must look at: late money, wrong amounts, refunds, failures. Resolved, never deleted.
create table staff_task (
  id uuid primary key,
  key text not null unique, -- one task per cause, however often it is noticed
  kind text not null,
  order_id uuid references shop_order,
  detail jsonb not null default '{}',
  created_at timestamptz not null default moment(),
  resolved_at timestamptz, resolved_by text, resolution text
);
create index staff_task_open on staff_task (created_at) where resolved_at is null;
create index staff_task_order on staff_task (order_id);

-- Card provider events: stored once by their own id, then handled by a job that fetches the truth.
create table card_event (
  id text primary key,
  type text not null,
  subject_kind text not null check (subject_kind in ('session', 'refund', 'dispute', 'other')),
  subject_id text,
  intent_id text, -- what a dispute is about
  received_at timestamptz not null default moment(),
  handled_at timestamptz
);
