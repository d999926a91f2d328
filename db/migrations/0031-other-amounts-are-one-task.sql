-- Money of another amount than an order's is one task, however often more of it comes: what came before stands in the
-- newest. One that was dealt with is no longer open, and what comes after it is a new task.
with ranked as (
  select id, order_id, detail, row_number() over (partition by order_id order by created_at, id) as place,
    count(*) over (partition by order_id) as all_of_them
  from staff_task where kind = 'wrong-amount' and resolved_at is null and order_id is not null
), newest as (
  update staff_task as task set detail = task.detail || jsonb_build_object('earlierRupiah',
      (select jsonb_agg(earlier.detail -> 'amountRupiah' order by earlier.place) from ranked as earlier
        where earlier.order_id = task.order_id and earlier.id <> task.id))
  from ranked where ranked.id = task.id and ranked.place = ranked.all_of_them and ranked.all_of_them > 1
)
delete from staff_task using ranked where ranked.id = staff_task.id and ranked.place < ranked.all_of_them;

create unique index staff_task_one_other_amount on staff_task (order_id)
  where kind = 'wrong-amount' and resolved_at is null;
