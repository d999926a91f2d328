-- A witness to a consent is a person like any other on our lists: named, never numbered (UU 27/2022).
alter table consent add constraint witness_has_no_nik check (has_no_nik(witness));
