-- When the groups have declined every parcel before anybody paid, nothing is left of the order's total either.
alter table payment
  drop constraint payment_total_rupiah_check,
  add check (total_rupiah > 0 or (total_rupiah = 0 and state = 'cancelled'));
update payment set total_rupiah = 0
  where state = 'cancelled' and total_rupiah is not null
    and not exists (select from parcel where parcel.order_id = payment.order_id and parcel.state <> 'declined');
