-- "Brought by the group" was kept as if it were a carrier's name, in Indonesian for every reader. No carrier means that now.
update parcel set carrier = null where carrier = 'Diantar kelompok';
update parcel set dispatch_carrier = null where dispatch_carrier = 'Diantar kelompok';
