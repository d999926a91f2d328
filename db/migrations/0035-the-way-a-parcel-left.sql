-- How a parcel really left was guessed from the carrier's name and the way that had been agreed. It is written down
-- now; what the buyer fetched went no way.
alter table parcel add column dispatch_way text check (dispatch_way in ('local', 'boat', 'courier'));

-- A number without a carrier names nothing, and who fetches a parcel needs no carrier; both stay in the order's history.
update parcel set tracking_number = null
  where dispatched_at is not null and dispatch_carrier is null and tracking_number is not null;
update parcel set dispatch_carrier = null, tracking_number = null
  where dispatched_at is not null and delivery in ('pickup-library', 'pickup-group')
    and dispatch_carrier is not null;

-- Without a carrier the group brought it. A boat goes by a boat's name and gives no number; of another name the way that
-- was agreed is the likelier one.
update parcel set dispatch_way = case
    when dispatch_carrier is null then 'local'
    when tracking_number is not null or dispatch_carrier in ('JNE', 'J&T', 'Pos Indonesia', 'TIKI') then 'courier'
    when delivery = 'boat' or dispatch_carrier ~* '^(km|kmp|kapal|motor air|speed ?boat)\M' then 'boat'
    else 'courier'
  end
  where dispatched_at is not null and delivery not in ('pickup-library', 'pickup-group');

alter table parcel
  add constraint parcel_left_some_way check (
    (dispatch_way is not null) = (dispatched_at is not null and delivery not in ('pickup-library', 'pickup-group'))),
  add constraint parcel_carrier_fits_way check (
    (dispatch_carrier is not null) = (coalesce(dispatch_way, 'local') <> 'local')
    and (dispatch_carrier is not null or tracking_number is null));
