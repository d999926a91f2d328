-- From an island a parcel first crosses the water: the mainland's tariffs do not hold there, its own do.
alter table shipping_tariff add from_district text references district; -- null: from anywhere on the mainland
alter table shipping_tariff drop constraint shipping_tariff_method_scope_carrier_key,
  add constraint shipping_tariff_one_a_way unique nulls not distinct (method, scope, carrier, from_district);
