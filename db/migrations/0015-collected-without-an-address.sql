-- Whoever collects everything gives no address; what is sent inside Indonesia still needs its kecamatan.
alter table shop_order drop constraint shop_order_check;

create function sent_parcel_needs_a_place() returns trigger language plpgsql as $$
begin
  if new.delivery not in ('pickup-library', 'pickup-group') and exists (
    select from shop_order where id = new.order_id and country = 'ID' and district_code is null and erased_at is null
  ) then
    raise exception 'a parcel that is sent needs the kecamatan it goes to'
      using errcode = 'check_violation', constraint = 'sent_parcel_needs_a_place', table = 'parcel';
  end if;
  return new;
end $$;
create trigger sent_parcel_needs_a_place before insert or update of delivery on parcel
  for each row execute function sent_parcel_needs_a_place();
