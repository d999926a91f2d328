-- Double entry. Money coming to an account is positive, money owed by it is negative; every transaction sums to zero.
create table ledger_account (
  code text primary key, -- 'bank', 'card', 'cash', 'fee', 'transfer-code', 'refunds-due', 'group-pending:{id}', 'group-payable:{id}'
  group_id uuid references craft_group,
  kind text not null check (kind in ('asset', 'liability', 'income'))
);
create table ledger_transaction (
  id uuid primary key,
  idempotency_key text not null unique,
  kind text not null,
  order_id uuid references shop_order,
  parcel_id uuid references parcel,
  note text,
  posted_at timestamptz not null default moment(),
  made_in xid8 not null default pg_current_xact_id()
);
create index ledger_transaction_order on ledger_transaction (order_id);
create table ledger_entry (
  transaction_id uuid not null references ledger_transaction,
  line int not null,
  account_code text not null references ledger_account,
  amount_rupiah rupiah not null check (amount_rupiah <> 0),
  primary key (transaction_id, line)
);
create index ledger_entry_account on ledger_entry (account_code);

create function ledger_must_balance() returns trigger language plpgsql as $$
declare target uuid := coalesce((to_jsonb(new) ->> 'transaction_id')::uuid, (to_jsonb(new) ->> 'id')::uuid);
begin
  if (select count(*) < 2 or sum(amount_rupiah::bigint) <> 0 from ledger_entry where transaction_id = target) then
    raise exception 'Ledger transaction % does not balance', target using errcode = 'check_violation', constraint = 'ledger_balanced';
  end if;
  return null;
end $$;
create constraint trigger ledger_balanced after insert on ledger_entry
  deferrable initially deferred for each row execute function ledger_must_balance();
create constraint trigger ledger_has_entries after insert on ledger_transaction
  deferrable initially deferred for each row execute function ledger_must_balance();

-- An old transaction is closed: entries only come in the database transaction that made it.
create function ledger_still_open() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from ledger_transaction where id = new.transaction_id and made_in = pg_current_xact_id()) then
    raise exception 'Ledger transaction % is closed', new.transaction_id using errcode = 'check_violation', constraint = 'ledger_closed';
  end if;
  return new;
end $$;
create trigger ledger_closed before insert on ledger_entry for each row execute function ledger_still_open();

create trigger ledger_entry_append_only before update or delete or truncate on ledger_entry
  for each statement execute function refuse_change();
create trigger ledger_transaction_append_only before update or delete or truncate on ledger_transaction
  for each statement execute function refuse_change();
