-- What is asked of every piece alike, that it be the cheapest, the newest, for sale or for a feast, tells none apart, in the
-- words of a chat as well: such words are left out of a search, and are neither looked for nor read as others.
create or replace function words_of(phrase text) returns setof text language sql immutable parallel safe as $$
  select w from regexp_split_to_table(fold(phrase), '[^a-z0-9]+') w
  where length(w) between 2 and 40 and w <> all (array['untuk', 'dari', 'yang', 'dan', 'atau', 'di', 'ke', 'dengan', 'ini', 'itu',
    'utk', 'dr', 'yg', 'dg', 'dgn', 'ada', 'mau', 'ingin', 'sampai', 'paling', 'lebih', 'sekali', 'sangat', 'banget', 'meriah',
    'cari', 'beli', 'jual', 'jualan', 'dijual', 'harga', 'harganya', 'barang', 'produk',
    'murah', 'termurah', 'bagus', 'terbagus', 'baru', 'terbaru', 'lebaran', 'natal', 'ultah',
    'the', 'for', 'from', 'with', 'and', 'or', 'of', 'in', 'to', 'an', 'my', 'is', 'are', 'some', 'any', 'want', 'need',
    'very', 'really', 'most', 'more', 'buy', 'sell', 'sale', 'price', 'prices', 'product', 'products', 'item', 'items',
    'cheap', 'cheaper', 'cheapest', 'affordable', 'good', 'best', 'nice', 'new', 'newest', 'latest', 'christmas', 'birthday', 'eid'])
$$;
delete from search_word where not exists (select from words_of(word));

-- A piece is described with this word, or with that whose English plural it is: "wallets" is no slip of wallet.
create function is_describing(one text) returns boolean
  language sql stable strict as $$
  select exists (select from search_word where word = one
    or length(one) > 4 and word = any (array[regexp_replace(one, 's$', ''), regexp_replace(one, 'es$', '')]))
$$;

create or replace function read_search(phrase text) returns table (every_word tsquery, some_words tsquery, read_as text)
  language sql stable as $$
  with typed as materialized (
    select w as word, place, is_describing(w) as is_whole,
      -- a number is never the beginning of another one: 20 is not 200
      is_describing(w) or exists (select from search_word where search_word.word like case when w ~ '^\d+$' then w else w || '%' end)
        -- what a training is called is no slip either, though no piece is: nobody who asks for a lekar means lebar
        or exists (select from training t, words_of(concat_ws(' ', t.title_id, t.title_en, t.skill)) taught
          where taught = w and t.state <> 'cancelled') as is_known
    from words_of(phrase) with ordinality as words (w, place) limit 8
  ), said as materialized (
    select coalesce(apart.word, typed.word) as word, place, part, apart.word is not null as is_apart,
      is_whole or apart.word is not null as is_whole, is_known or apart.word is not null as is_known
    from typed left join lateral unnest(words_run_together(typed.word)) with ordinality as apart (word, part)
      on not is_known and typed.word !~ '\d'
  ), meant as (
    select said.*, case when is_known then array[said.word] else coalesce(near.words, array[said.word]) end as words
    from said
      -- letters in common find the candidates by index; how many letters to take out and put in decides among them
      left join lateral (select array_agg(alike.word order by alike.word) as words from (
        select candidate.word, rank() over (
            order by levenshtein(candidate.word, said.word, 1, 1, 2), similarity(candidate.word, said.word) desc
          ) as nearness
        from (
          select word from search_word where search_word.word % said.word
            and levenshtein(search_word.word, said.word)
              <= case when length(said.word) < 4 then 0 when length(said.word) < 5 then 1 when length(said.word) < 9 then 2 else 3 end
            and (translate(search_word.word, 'aeiou', '') = translate(said.word, 'aeiou', '')
              or similarity(search_word.word, said.word) >= 0.5)
          union
          select word from search_word where length(said.word) between 5 and 8 and is_swapped(search_word.word, said.word)
            or length(said.word) between 4 and 8
              and (is_left_out(said.word, search_word.word) or is_left_out(said.word, rtrim(search_word.word, 's')))
        ) candidate where left(candidate.word, 1) = left(said.word, 1)
      ) alike where nearness = 1) near on not is_known and said.word !~ '\d'
  ), asked as (
    select meant.*, (
      select '(' || string_agg(distinct nullif(to_tsquery(language::regconfig, term)::text, ''), ' | ') || ')'
      from unnest(words) one
        cross join lateral (
          select one || case when is_known and not is_whole then ':*ABC' else '' end
          -- an unfinished word of some length finds what its ends would find: "mera" what is merah
          union all select whole.word from search_word whole
            where is_known and not is_whole and length(one) >= 4 and one !~ '\d' and whole.word like one || '%'
        ) said (term)
        cross join unnest(array['indonesian', 'english', 'simple']) language
    ) as alternatives
    from meant
  )
  select string_agg(alternatives, ' & ')::tsquery, string_agg(alternatives, ' | ')::tsquery,
    case when bool_or(words[1] <> word or is_apart) then string_agg(words[1], ' ' order by place, part) end
  from asked
$$;
