-- Length, width and height of a piece in several sizes are those of one of them; which one, where somebody has noted it.
alter table variant add column is_measured boolean not null default false;
create unique index variant_measured on variant (product_id) where is_measured;
