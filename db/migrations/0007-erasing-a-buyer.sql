-- A buyer may ask to be forgotten. What stays of an order is its figures; these rules keep a name from staying with them.
alter table shop_order add constraint erased_order_holds_nobody check (erased_at is null or (
  buyer_name = '-' and buyer_phone = '+10000000' and buyer_email is null
  and street is null and village is null and postal_code is null and landmark is null and note is null));

-- What happened is never rewritten, but words that people typed can be taken out of it once the buyer is erased.
create function only_erase_note() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'detail') <> (to_jsonb(old) - 'detail') or new.detail <> old.detail - 'note'
    or not exists (select from shop_order where id = old.order_id and erased_at is not null)
  then
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
drop trigger order_event_append_only on order_event;
create trigger order_event_append_only before delete or truncate on order_event
  for each statement execute function refuse_change();
create trigger order_event_note before update on order_event for each row execute function only_erase_note();
