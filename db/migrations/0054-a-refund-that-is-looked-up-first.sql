-- This money may have gone back at the card provider already, or be disputed: staff look there before they send it.
alter table refund add column card_unclear boolean not null default false;
alter table refund add constraint refund_unclear_has_failed check (state = 'failed' or not card_unclear);
