-- What is asked of every piece alike, that it be cheap, good or for sale, tells none apart: such words are left out of a
-- search, and are neither looked for nor read as others.
create or replace function words_of(phrase text) returns setof text language sql immutable parallel safe as $$
  select w from regexp_split_to_table(fold(phrase), '[^a-z0-9]+') w
  where length(w) between 2 and 40 and w <> all (array['untuk', 'dari', 'yang', 'dan', 'atau', 'di', 'ke', 'dengan', 'ini', 'itu',
    'cari', 'beli', 'jual', 'jualan', 'dijual', 'harga', 'harganya', 'murah', 'termurah', 'bagus', 'terbagus',
    'the', 'for', 'from', 'with', 'and', 'or', 'of', 'in', 'to', 'an',
    'buy', 'sell', 'sale', 'price', 'prices', 'cheap', 'cheaper', 'cheapest', 'good', 'best', 'nice'])
$$;
