-- What a parcel is charged by is the weight and the packed size of what was chosen: a larger size of a piece costs more to send.
-- Until somebody weighs the sizes of a piece, each keeps what was noted of the piece.
alter table variant
  add column weight_grams int check (weight_grams > 0),
  add column packed_length_cm int check (packed_length_cm > 0),
  add column packed_width_cm int check (packed_width_cm > 0),
  add column packed_height_cm int check (packed_height_cm > 0);
update variant set
  weight_grams = product.weight_grams,
  packed_length_cm = product.packed_length_cm,
  packed_width_cm = product.packed_width_cm,
  packed_height_cm = product.packed_height_cm
from product where product.id = variant.product_id;
alter table variant
  alter column weight_grams set not null,
  alter column packed_length_cm set not null,
  alter column packed_width_cm set not null,
  alter column packed_height_cm set not null;
alter table product
  drop column weight_grams,
  drop column packed_length_cm,
  drop column packed_width_cm,
  drop column packed_height_cm;
