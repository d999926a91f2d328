-- Every piece is from one regency and its province, so who asks for what is woven there finds all of it: "tas khas
-- kalimantan", "Borneo basket". It weighs least, as all that tells no piece apart.
create or replace function refresh_product_search(target uuid) returns void language sql as $$
  with described as (
    select p.id, p.story_id, p.story_en,
      concat_ws(' ', p.title_id, k.name_id, mo.name, p.code) as piece_id,
      concat_ws(' ', p.title_en, k.name_en) as piece_en, mo.gloss_en,
      k.also_called,
      concat_ws(' ', 'anyaman anyam menganyam kerajinan tangan buatan buat kelompok desa motif corak khas asli tradisional lokal', r.name, pr.name, 'indonesia') as always_id,
      'woven weaving weave handwoven hand made handmade craft crafts handicraft handicrafts group village motif motifs pattern patterns traditional authentic local west kalimantan borneo indonesian' as always_en,
      concat_ws(' ', g.name, v.name, v.spoken, d.name, d.spoken) as origin,
      concat_ws(' ', te.name_id, dy.name_id, x.materials_id, p.holds_id,
        case when p.holds_id ~* '\mponsel\M' then 'hp telepon' end, choice.labels_id) as making_id,
      concat_ws(' ', te.name_en, dy.name_en, x.materials_en, p.holds_en, choice.labels_en) as making_en
    from product p
      join kind k on k.slug = p.kind join motif mo on mo.slug = p.motif join technique te on te.slug = p.technique
      join dye dy on dy.slug = p.dye join craft_group g on g.id = p.group_id
      join village v on v.code = g.village_code join district d on d.code = v.district_code
      join regency r on r.code = d.regency_code join province pr on pr.code = r.province_code
      left join lateral (
        select string_agg(m.name_id, ' ') as materials_id, string_agg(m.name_en, ' ') as materials_en
        from product_material pm join material m on m.slug = pm.material where pm.product_id = p.id
      ) x on true
      left join lateral (
        select regexp_replace(fold(string_agg(label_id, ' ')), '[^a-z0-9]+', ' ', 'g') as labels_id,
          regexp_replace(fold(string_agg(label_en, ' ')), '[^a-z0-9]+', ' ', 'g') as labels_en
        from variant where product_id = p.id and is_active
      ) choice on true
    where p.id = target
  ), learned as (
    -- in one order, so that two products saved at once cannot wait for each other's words
    insert into search_word select distinct w from described, words_of(concat_ws(' ', piece_id, piece_en, gloss_en, also_called, origin, making_id, making_en, always_id, always_en)) w
    order by w on conflict do nothing
  )
  insert into product_search (product_id, document)
  select id,
    setweight(to_tsvector('indonesian', fold(piece_id)), 'A') || setweight(to_tsvector('english', fold(piece_en)), 'A') ||
    setweight(to_tsvector('simple', fold(concat_ws(' ', piece_id, origin))), 'B') ||
    setweight(to_tsvector('indonesian', fold(also_called)), 'B') || setweight(to_tsvector('english', fold(also_called)), 'B') ||
    setweight(to_tsvector('indonesian', fold(making_id)), 'C') || setweight(to_tsvector('english', fold(making_en)), 'C') ||
    setweight(to_tsvector('indonesian', fold(story_id)), 'D') || setweight(to_tsvector('english', fold(concat_ws(' ', gloss_en, story_en))), 'D') ||
    setweight(to_tsvector('indonesian', fold(always_id)), 'D') || setweight(to_tsvector('english', always_en), 'D')
  from described
  on conflict (product_id) do update set document = excluded.document;
$$;

select refresh_product_search(id) from product;
