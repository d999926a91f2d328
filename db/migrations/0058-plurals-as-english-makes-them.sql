-- The feasts under all their names, and what stands before the name of a place on an address.
create or replace function words_of(phrase text) returns setof text language sql immutable parallel safe as $$
  select w from regexp_split_to_table(fold(phrase), '[^a-z0-9]+') w
  where length(w) between 2 and 40 and w <> all (array['untuk', 'dari', 'yang', 'dan', 'atau', 'di', 'ke', 'dengan', 'ini', 'itu',
    'utk', 'dr', 'yg', 'dg', 'dgn', 'ada', 'mau', 'ingin', 'sampai', 'paling', 'lebih', 'sekali', 'sangat', 'banget', 'meriah',
    'cari', 'beli', 'jual', 'jualan', 'dijual', 'harga', 'harganya', 'barang', 'produk',
    'murah', 'termurah', 'bagus', 'terbagus', 'baru', 'terbaru', 'lebaran', 'idul', 'fitri', 'idulfitri',
    'ramadan', 'ramadhan', 'natal', 'ultah', 'ulang', 'tahun', 'kab', 'kec', 'prov',
    'the', 'for', 'from', 'with', 'and', 'or', 'of', 'in', 'to', 'an', 'my', 'is', 'are', 'some', 'any', 'want', 'need',
    'very', 'really', 'most', 'more', 'buy', 'sell', 'sale', 'price', 'prices', 'product', 'products', 'item', 'items',
    'cheap', 'cheaper', 'cheapest', 'affordable', 'good', 'best', 'nice', 'new', 'newest', 'latest', 'christmas', 'birthday', 'eid'])
$$;
delete from search_word where not exists (select from words_of(word));

-- What ends in -us, -ss or -is is no plural: "tisus" is a slip of tisu, and in Indonesian no word but that.
create or replace function is_describing(one text) returns boolean
  language sql stable strict as $$
  select exists (select from search_word where word = one
    or length(one) > 4 and one ~ '[^uis]s$' and word = left(one, -1)
    or length(one) > 4 and one ~ '(s|x|z|ch|sh)es$' and word = left(one, -2))
$$;
