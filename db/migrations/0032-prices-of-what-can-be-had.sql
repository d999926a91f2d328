-- The sizes and colours whose price and days are said of a piece: those that can be had, each with its way; of a piece
-- that is gone altogether all, so that it keeps its price. Nothing is shown for less than it can be bought for.
drop view product_offer;
create view offered_size as
select product_id, variant_id, price_rupiah, lead_days_min, lead_days_max, pieces, case when pieces > 0 then way end as way
from (
  select *, bool_or(pieces > 0) over (partition by product_id) as can_be_had
  from (
    select v.product_id, v.id as variant_id, v.price_rupiah, v.lead_days_min, v.lead_days_max,
      case v.mode when 'ready' then 'ready' else 'made' end as way,
      case when p.state <> 'published' or g.state <> 'active' or g.shows_samples_only then 0
        when v.mode = 'ready' then s.on_hand - s.reserved
        else greatest(0, s.open_cap - s.open_pieces) end as pieces
    from variant v
      join stock s on s.variant_id = v.id
      join product p on p.id = v.product_id
      join craft_group g on g.id = p.group_id
    where v.is_active) size) size
where pieces > 0 or not can_be_had;
