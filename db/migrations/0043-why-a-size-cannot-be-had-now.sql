-- A size of which nothing is left may come back: its pieces are held for an order that is not paid yet ('held'), or the
-- weaving queue is full ('full'). Said of a piece that is for sale only.
create or replace view offered_size as
select product_id, variant_id, price_rupiah, lead_days_min, lead_days_max, pieces, case when pieces > 0 then way end as way,
  case when pieces = 0 and is_for_sale and places > 0 then case way when 'ready' then 'held' else 'full' end end as taken
from (
  select *, bool_or(pieces > 0) over (partition by product_id) as can_be_had
  from (
    select v.product_id, v.id as variant_id, v.price_rupiah, v.lead_days_min, v.lead_days_max,
      case v.mode when 'ready' then 'ready' else 'made' end as way,
      case when not sale.is_on then 0
        when v.mode = 'ready' then s.on_hand - s.reserved
        else greatest(0, s.open_cap - s.open_pieces) end as pieces,
      sale.is_on as is_for_sale,
      case v.mode when 'ready' then s.on_hand else s.open_cap end as places
    from variant v
      join stock s on s.variant_id = v.id
      join product p on p.id = v.product_id
      join craft_group g on g.id = p.group_id
      cross join lateral (
        select p.state = 'published' and g.state = 'active' and not g.shows_samples_only as is_on) sale
    where v.is_active) size) size
where pieces > 0 or not can_be_had;
