-- A slip of the thumb said that a parcel is packed; as long as the group has it, the group takes that back.
insert into state_move values ('parcel', 'packed', 'accepted');
