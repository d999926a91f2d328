-- A notice's name becomes a Message-ID or a file's name: one that cannot be sent under is refused where it is made.
alter table notice add constraint notice_id_can_be_sent check (id ~ '^[a-zA-Z0-9][a-zA-Z0-9:_-]{0,199}$');
