-- The days to weave one are those of every size that can be had, the quickest and the slowest: a size that takes longer
-- than the others is not promised for their day.
create or replace view product_offer as
select v.product_id,
  min(v.price_rupiah)::bigint as price_rupiah,
  max(v.price_rupiah)::bigint as highest_price_rupiah,
  coalesce(sum(s.on_hand - s.reserved) filter (where g.sells and v.mode = 'ready'), 0)::int as ready_count,
  (min(v.lead_days_min) filter (where g.sells and s.open_cap > s.open_pieces))::int as made_days_min,
  (max(v.lead_days_max) filter (where g.sells and s.open_cap > s.open_pieces))::int as made_days_max
from variant v
  join stock s on s.variant_id = v.id
  join product p on p.id = v.product_id
  join (select id, state = 'active' and not shows_samples_only as sells from craft_group) g on g.id = p.group_id
where v.is_active
group by v.product_id;
