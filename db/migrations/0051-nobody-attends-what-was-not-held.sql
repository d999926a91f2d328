-- Groups attend, and pieces name, only trainings that were held; one they stand by cannot be called off.
alter table training add constraint training_id_state_key unique (id, state);
alter table group_training
  add column training_state text not null generated always as ('held') stored,
  add constraint group_training_was_held foreign key (training_id, training_state) references training (id, state),
  drop constraint group_training_training_id_fkey;
