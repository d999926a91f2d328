-- What a kind is counted in: sandals by the pair, everything else by the piece.
alter table kind add column unit text not null default 'piece' check (unit in ('piece', 'pair'));
update kind set unit = 'pair' where slug = 'sandal';
