create table kind (
  slug slug primary key,
  name_id text not null, name_en text not null,
  blurb_id text not null, blurb_en text not null,
  position int not null unique
);
create table motif (
  slug slug primary key,
  name text not null,
  gloss_en text,
  meaning_id text, meaning_en text, -- null: nobody has told us yet
  told_by text,
  place text,
  scope text not null check (scope in ('kayong-utara', 'umum-melayu')),
  source_url text
);
create table technique (slug slug primary key, name_id text not null, name_en text not null);
create table material (slug slug primary key, name_id text not null, name_en text not null);
create table dye (slug slug primary key, name_id text not null, name_en text not null);

create table product (
  id uuid primary key,
  code text not null unique check (code ~ '^AK-[2-9A-HJKMNP-TV-Z]{4}$'), -- the trace code on the paper tag
  slug slug not null unique,
  group_id uuid not null references craft_group,
  kind text not null references kind,
  technique text not null references technique,
  motif text not null references motif,
  dye text not null references dye,
  title_id text not null check (length(title_id) between 3 and 80), title_en text not null,
  story_id text not null, story_en text not null,
  holds_id text, holds_en text,
  length_cm numeric(6,1) not null check (length_cm > 0),
  width_cm numeric(6,1) not null check (width_cm > 0),
  height_cm numeric(6,1) check (height_cm > 0),
  tolerance_cm numeric(4,1) not null default 2 check (tolerance_cm >= 0),
  weight_grams int not null check (weight_grams > 0),
  packed_length_cm int not null check (packed_length_cm > 0),
  packed_width_cm int not null check (packed_width_cm > 0),
  packed_height_cm int not null check (packed_height_cm > 0),
  care_id text not null, care_en text not null,
  made_year int check (made_year between 1990 and 2100),
  maker_id uuid,
  own_tradition boolean not null default false, -- no training covers it: the group's own
  state text not null default 'draft' check (state in ('draft', 'in-review', 'published', 'paused', 'archived')),
  published_at timestamptz,
  is_demo boolean not null default false,
  created_at timestamptz not null default moment(),
  updated_at timestamptz not null default moment(),
  unique (id, group_id),
  -- a maker belongs to the product's own group
  foreign key (maker_id, group_id) references member (id, group_id),
  check (state <> 'published' or published_at is not null)
);
create index product_group on product (group_id);
create index product_shown on product (kind, published_at desc) where state = 'published';
insert into state_move values
  ('product', 'draft', 'in-review'), ('product', 'in-review', 'draft'), ('product', 'in-review', 'published'),
  ('product', 'draft', 'published'), ('product', 'published', 'paused'), ('product', 'paused', 'published'),
  ('product', 'published', 'archived'), ('product', 'paused', 'archived'), ('product', 'draft', 'archived'),
  ('product', 'archived', 'draft');
create trigger product_move before update of state on product for each row execute function state_must_move('product');

create table product_material (
  product_id uuid not null references product,
  material text not null references material,
  position int not null,
  primary key (product_id, material)
);
-- an address once printed never dies: old slugs answer 301
create table product_old_slug (slug slug primary key, product_id uuid not null references product);

create table image (
  key text primary key check (key ~ '^[a-z0-9][a-z0-9/-]{0,120}$'),
  source text not null check (source in ('bundled', 'stored')), -- shipped with the app, or kept by the images port
  width int not null, height int not null,
  widths int[] not null, -- which sizes exist
  is_illustration boolean not null,
  thumbhash text,
  created_at timestamptz not null default moment()
);
create table product_photo (
  product_id uuid not null references product,
  position int not null check (position between 0 and 11),
  image_key text not null references image,
  view text not null check (view in ('whole', 'detail', 'use', 'size')),
  alt_id text not null, alt_en text not null,
  -- where the piece sits in the frame, 0 to 1, so that size arrows can be drawn beside it
  box_x real, box_y real, box_width real, box_height real,
  primary key (product_id, position)
);

create table variant (
  id uuid primary key,
  product_id uuid not null references product,
  label_id text not null, label_en text not null, -- '' when there is nothing to choose
  colour text, size text,
  price_rupiah rupiah not null check (price_rupiah between 1000 and 50000000),
  mode text not null check (mode in ('ready', 'made-to-order')),
  lead_days_min int, lead_days_max int,
  position int not null default 0,
  is_active boolean not null default true,
  unique (product_id, position),
  check ((mode = 'made-to-order') = (lead_days_min is not null)),
  check ((lead_days_min is null) = (lead_days_max is null)),
  check (lead_days_min is null or (lead_days_min between 1 and 120 and lead_days_max between lead_days_min and 180))
);

-- What is on the shelf and what is promised. A ready piece is counted; a made-to-order piece fills a place in the queue.
create table stock (
  variant_id uuid primary key references variant,
  on_hand int not null default 0 check (on_hand >= 0),
  reserved int not null default 0 check (reserved >= 0 and reserved <= on_hand),
  open_cap int not null default 0 check (open_cap >= 0),
  open_pieces int not null default 0 check (open_pieces >= 0 and open_pieces <= open_cap)
);

-- The link that makes the trace. The composite keys make it impossible to claim a training the group did not attend.
create table product_training (
  product_id uuid not null,
  group_id uuid not null,
  training_id uuid not null,
  evidence text not null check (evidence in ('documented', 'verified', 'stated')),
  confirmed_by text,
  confirmed_on date not null,
  primary key (product_id, training_id),
  foreign key (product_id, group_id) references product (id, group_id),
  foreign key (group_id, training_id) references group_training (group_id, training_id)
);
create index product_training_training on product_training (training_id);

create function tradition_or_training() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from product p join product_training t on t.product_id = p.id
    where p.id = coalesce((to_jsonb(new) ->> 'product_id')::uuid, (to_jsonb(new) ->> 'id')::uuid) and p.own_tradition
  ) then
    raise exception 'A piece of the group''s own tradition cannot also be linked to a training'
      using errcode = 'check_violation', constraint = 'tradition_or_training';
  end if;
  return null;
end $$;
create constraint trigger product_tradition after insert or update of own_tradition on product
  deferrable initially deferred for each row execute function tradition_or_training();
create constraint trigger product_training_tradition after insert or update on product_training
  deferrable initially deferred for each row execute function tradition_or_training();

-- What a product can be had for right now: the price range, pieces ready to send, days until one could be woven.
-- A group that rests, or shows samples only, gives none.
create view product_offer as
select v.product_id,
  min(v.price_rupiah)::bigint as price_rupiah,
  max(v.price_rupiah)::bigint as highest_price_rupiah,
  coalesce(sum(s.on_hand - s.reserved) filter (where g.sells and v.mode = 'ready'), 0)::int as ready_count,
  (array_agg(v.lead_days_min order by v.lead_days_max) filter (where g.sells and v.lead_days_max is not null and s.open_cap > s.open_pieces))[1] as made_days_min,
  (min(v.lead_days_max) filter (where g.sells and s.open_cap > s.open_pieces))::int as made_days_max
from variant v
  join stock s on s.variant_id = v.id
  join product p on p.id = v.product_id
  join (select id, state = 'active' and not shows_samples_only as sells from craft_group) g on g.id = p.group_id
where v.is_active
group by v.product_id;

-- What the search box looks through: Indonesian and English words of the piece, its group, kind, motif and material.
create table product_search (
  product_id uuid primary key references product on delete cascade,
  document tsvector not null
);
create index product_search_document on product_search using gin (document);

create extension if not exists fuzzystrmatch;

-- Every word a piece has ever been described with, so that a mistyped word can be read as the one that was meant.
create table search_word (word text primary key);
create index search_word_alike on search_word using gin (word gin_trgm_ops);

create function words_of(phrase text) returns setof text language sql immutable parallel safe as $$
  select w from regexp_split_to_table(fold(phrase), '[^a-z0-9]+') w
  where length(w) between 2 and 40 and w <> all (array['untuk', 'dari', 'yang', 'dan', 'atau', 'di', 'ke', 'dengan', 'ini', 'itu',
    'cari', 'beli', 'jual', 'harga', 'murah', 'the', 'for', 'from', 'with', 'and', 'or', 'of', 'in', 'to', 'an', 'buy', 'cheap'])
$$;

create function refresh_product_search(target uuid) returns void language sql as $$
  with described as (
    select p.id, p.story_id, p.story_en,
      concat_ws(' ', p.title_id, k.name_id, mo.name, p.code) as piece_id,
      concat_ws(' ', p.title_en, k.name_en, mo.gloss_en) as piece_en,
      concat_ws(' ', g.name, v.name, v.spoken, d.name, d.spoken) as origin,
      concat_ws(' ', te.name_id, dy.name_id, x.materials_id, p.holds_id) as making_id,
      concat_ws(' ', te.name_en, dy.name_en, x.materials_en, p.holds_en) as making_en
    from product p
      join kind k on k.slug = p.kind join motif mo on mo.slug = p.motif join technique te on te.slug = p.technique
      join dye dy on dy.slug = p.dye join craft_group g on g.id = p.group_id
      join village v on v.code = g.village_code join district d on d.code = v.district_code
      left join lateral (
        select string_agg(m.name_id, ' ') as materials_id, string_agg(m.name_en, ' ') as materials_en
        from product_material pm join material m on m.slug = pm.material where pm.product_id = p.id
      ) x on true
    where p.id = target
  ), learned as (
    -- in one order, so that two products saved at once cannot wait for each other's words
    insert into search_word select distinct w from described, words_of(concat_ws(' ', piece_id, piece_en, origin, making_id, making_en)) w
    order by w on conflict do nothing
  )
  insert into product_search (product_id, document)
  select id,
    setweight(to_tsvector('indonesian', fold(piece_id)), 'A') || setweight(to_tsvector('english', fold(piece_en)), 'A') ||
    setweight(to_tsvector('simple', fold(concat_ws(' ', piece_id, origin))), 'B') ||
    setweight(to_tsvector('indonesian', fold(making_id)), 'C') || setweight(to_tsvector('english', fold(making_en)), 'C') ||
    setweight(to_tsvector('indonesian', fold(story_id)), 'D') || setweight(to_tsvector('english', fold(story_en)), 'D')
  from described
  on conflict (product_id) do update set document = excluded.document;
$$;
create function product_searchable() returns trigger language plpgsql as $$
begin
  case tg_table_name
    when 'product' then perform refresh_product_search(new.id);
    when 'product_material' then perform refresh_product_search(case tg_op when 'DELETE' then old.product_id else new.product_id end);
    else perform refresh_product_search(p.id) from product p where p.group_id = new.id;
  end case;
  return null;
end $$;
create trigger product_searchable after insert or update on product for each row execute function product_searchable();
create trigger product_searchable after insert or update or delete on product_material for each row execute function product_searchable();
create trigger group_searchable after update of name on craft_group for each row execute function product_searchable();

-- A search as PostgreSQL asks it, in both languages at once: for pieces with every word, and with some of them.
-- A word is read as itself where anything is called so or begins so, else as the nearest spellings; read_as says what
-- was understood when that differs. A word cut short is looked for outside the stories only.
create function read_search(phrase text) returns table (every_word tsquery, some_words tsquery, read_as text)
  language sql stable as $$
  with said as materialized (
    select w as word, place, exists (select from search_word where search_word.word = w) as is_whole,
      exists (select from search_word where search_word.word like w || '%') as is_known
    from words_of(phrase) with ordinality as words (w, place) limit 8
  ), meant as (
    select said.*, case when is_known then array[said.word] else coalesce(near.words, array[said.word]) end as words
    from said
      -- letters in common find the candidates by index; the fewest letters to change decides among them
      left join lateral (select array_agg(alike.word order by alike.word) as words from (
        select search_word.word, rank() over (order by levenshtein(search_word.word, said.word)) as nearness
        from search_word where search_word.word % said.word and levenshtein(search_word.word, said.word)
          <= case when length(said.word) < 5 then 1 when length(said.word) < 9 then 2 else 3 end
      ) alike where nearness = 1) near on not is_known
  ), asked as (
    select meant.*, (
      select '(' || string_agg(distinct nullif(to_tsquery(language::regconfig, term)::text, ''), ' | ') || ')'
      from unnest(words) one
        cross join lateral (values (one || case when is_known and not is_whole then ':*ABC' else '' end)) said (term)
        cross join unnest(array['indonesian', 'english', 'simple']) language
    ) as alternatives
    from meant
  )
  select string_agg(alternatives, ' & ')::tsquery, string_agg(alternatives, ' | ')::tsquery,
    case when bool_or(words[1] <> word) then string_agg(words[1], ' ' order by place) end
  from asked
$$;
