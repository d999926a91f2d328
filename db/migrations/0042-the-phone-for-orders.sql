-- What a group is written to and called on is one of its phones that are open: the one added or chosen last. Whoever
-- closes a phone thereby takes it out of messages, links and labels as well.
alter table app_user add column preferred_at timestamptz not null default moment();
update app_user set preferred_at = created_at;

-- A number that was noted of a group and that nobody signs in with becomes one of its phones.
with noted as (select gen_random_uuid() as id, id as group_id, name, phone, is_demo from craft_group where phone is not null)
insert into app_user (id, name, email, phone_number, role, group_id, is_demo)
  select id, 'Kelompok ' || name, id || '@kelompok.invalid', phone, 'group', group_id, is_demo from noted
  on conflict (phone_number) do nothing;
update app_user set preferred_at = moment()
  from craft_group where craft_group.id = app_user.group_id and craft_group.phone = app_user.phone_number;
alter table craft_group drop column phone;

create function group_phone(asked uuid) returns phone_e164 language sql stable as $$
  select phone_number from app_user
  where group_id = asked and disabled_at is null and phone_number is not null
  order by preferred_at desc, id desc limit 1
$$;
