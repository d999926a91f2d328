-- The address form refuses a NIK already; this keeps one out whichever way an address comes in (UU 27/2022).
alter table shop_order add constraint address_has_no_nik check (has_no_nik(concat_ws('|', street, village, landmark)));
