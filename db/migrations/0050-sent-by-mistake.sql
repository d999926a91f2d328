-- It was said to have left, or to be collected, by mistake: the group has it still.
insert into state_move values ('parcel', 'dispatched', 'packed');
