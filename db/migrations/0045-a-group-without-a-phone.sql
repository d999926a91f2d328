-- News for a group without an open phone is kept as news like any other, and whoever would send it asks staff to tell it.
alter table notice alter column recipient drop not null,
  add constraint notice_reaches_its_buyer check (recipient is not null or template like 'group-%');
