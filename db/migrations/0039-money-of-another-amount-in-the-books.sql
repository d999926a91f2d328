-- Money of another amount than an order's is with the library while it is noted, so it stands in the books.
insert into ledger_account (code, kind) values ('bank', 'asset'), ('wrong-amount', 'liability') on conflict do nothing;

insert into ledger_transaction (id, idempotency_key, kind, order_id)
select gen_random_uuid(), key, 'wrong-amount', order_id from staff_task
where kind = 'wrong-amount' and resolved_at is null and order_id is not null;

insert into ledger_entry (transaction_id, line, account_code, amount_rupiah)
select noted.id, side.line, side.account, side.sign * (task.detail ->> 'amountRupiah')::bigint
from ledger_transaction as noted
  join staff_task as task on task.key = noted.idempotency_key
  cross join (values (0, 'bank', 1), (1, 'wrong-amount', -1)) as side (line, account, sign)
where noted.kind = 'wrong-amount';
