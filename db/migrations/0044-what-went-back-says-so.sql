-- A task about money of another amount says itself whether that went back: an order that was paid can have both, what
-- paid it with the rest and what went back. What ended otherwise than by paying went back; a slip is noted as 0.
update staff_task as task set detail = task.detail || jsonb_build_object('returnedRupiah', task.detail -> 'amountRupiah')
from payment
where payment.order_id = task.order_id and task.kind = 'wrong-amount' and task.resolved_at is not null
  and (task.detail ->> 'amountRupiah')::bigint > 0
  and (payment.state in ('expired', 'cancelled') or task.resolution <> 'paid');
