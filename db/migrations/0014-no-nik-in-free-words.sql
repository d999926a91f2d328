-- What is told of libraries, groups, trainings and pieces, and why a group cannot send. What a buyer reports is left out:
-- a courier's number can be as long.
alter table parcel add constraint words_have_no_nik check (has_no_nik(decline_note));
alter table library add constraint words_have_no_nik check (has_no_nik(about_id) and has_no_nik(about_en));
alter table craft_group add constraint words_have_no_nik check (has_no_nik(about_id) and has_no_nik(about_en));
alter table training add constraint words_have_no_nik check (has_no_nik(summary_id) and has_no_nik(summary_en));
alter table product add constraint words_have_no_nik check (has_no_nik(story_id) and has_no_nik(story_en));
