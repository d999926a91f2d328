-- A supporter keeps the name it goes by; readers of English are told what it is.
alter table group_supporter add column gloss_en text check (gloss_en <> '');
