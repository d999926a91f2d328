-- A promise counts from the last day to pay. Where the money comes later the group still has its days, so they are kept.
alter table parcel add column lead_days int check (lead_days > 0);
-- What is left of an older promise after the day of the order and the day a transfer may take: at the least one day.
update parcel set lead_days = greatest(1, promise_on - (shop_order.placed_at at time zone 'Asia/Pontianak')::date
    - case when payment.method = 'transfer' then 1 else 0 end)
  from shop_order join payment on payment.order_id = shop_order.id
  where shop_order.id = parcel.order_id;
alter table parcel alter column lead_days set not null;
