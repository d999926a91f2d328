-- An order whose cost of sending was corrected has another total. The one before stays its own as long as money for it
-- may come, or that money would be taken for another order's.
alter table transfer_total drop constraint transfer_total_pkey, add primary key (order_id, total_rupiah);
