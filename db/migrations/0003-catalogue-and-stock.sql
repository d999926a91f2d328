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

-- What the search box looks through: Indonesian and English words of the piece, its group, kind, motif and material.
create table product_search (
  product_id uuid primary key references product on delete cascade,
  document tsvector not null,
  words text not null
);
create index product_search_document on product_search using gin (document);
create index product_search_words on product_search using gin (words gin_trgm_ops);

create function refresh_product_search(target uuid) returns void language sql as $$
  insert into product_search (product_id, document, words)
  select p.id,
    setweight(to_tsvector('indonesian', fold(concat_ws(' ', p.title_id, k.name_id, mo.name, p.code))), 'A') ||
    setweight(to_tsvector('english', fold(concat_ws(' ', p.title_en, k.name_en, mo.gloss_en))), 'A') ||
    setweight(to_tsvector('simple', fold(concat_ws(' ', g.name, v.name, v.spoken, d.name, d.spoken))), 'B') ||
    setweight(to_tsvector('indonesian', fold(concat_ws(' ', te.name_id, dy.name_id, x.materials_id, p.holds_id))), 'C') ||
    setweight(to_tsvector('english', fold(concat_ws(' ', te.name_en, dy.name_en, x.materials_en, p.holds_en))), 'C') ||
    setweight(to_tsvector('indonesian', fold(p.story_id)), 'D') || setweight(to_tsvector('english', fold(p.story_en)), 'D'),
    fold(concat_ws(' ', p.title_id, p.title_en, k.name_id, k.name_en, mo.name, mo.gloss_en, g.name, v.name, v.spoken,
      d.spoken, te.name_id, te.name_en, dy.name_id, dy.name_en, x.materials_id, x.materials_en))
  from product p
    join kind k on k.slug = p.kind join motif mo on mo.slug = p.motif join technique te on te.slug = p.technique
    join dye dy on dy.slug = p.dye join craft_group g on g.id = p.group_id
    join village v on v.code = g.village_code join district d on d.code = v.district_code
    left join lateral (
      select string_agg(m.name_id, ' ') as materials_id, string_agg(m.name_en, ' ') as materials_en
      from product_material pm join material m on m.slug = pm.material where pm.product_id = p.id
    ) x on true
  where p.id = target
  on conflict (product_id) do update set document = excluded.document, words = excluded.words;
$$;
create function product_searchable() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'product' then perform refresh_product_search(new.id);
  elsif tg_table_name = 'product_material' then perform refresh_product_search(new.product_id);
  else perform refresh_product_search(p.id) from product p where p.group_id = new.id;
  end if;
  return null;
end $$;
create trigger product_searchable after insert or update on product for each row execute function product_searchable();
create trigger product_searchable after insert or update on product_material for each row execute function product_searchable();
create trigger group_searchable after update of name on craft_group for each row execute function product_searchable();
