-- A word that only says how a piece looks is no motif's name, widely known or local: it stands under a heading of its own.
alter table motif drop constraint motif_scope_check;
alter table motif add constraint motif_scope_check check (scope in ('kayong-utara', 'umum-melayu', 'sebutan'));
update motif set scope = 'sebutan' where slug in ('polos', 'jalur', 'lorong', 'kisi');
