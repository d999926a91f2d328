-- A parcel may be called off because its buyer asked for it, which is no fault of the group's.
alter table parcel drop constraint parcel_decline_reason_check,
  add constraint parcel_decline_reason_check check (
    decline_reason in ('out-of-stock', 'damaged', 'too-late', 'cannot-ship', 'buyer-asked', 'other'));
