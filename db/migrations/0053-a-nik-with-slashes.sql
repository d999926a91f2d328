-- A NIK is written with slashes too. Slashes stand in days and between telephones as well: 12/03/2026 - 14/03/2026,
-- or 081234567890/081345678901, is no NIK.
create or replace function has_no_nik(words text) returns boolean
  language sql immutable parallel safe
  return words is null or words !~ '\d([ .-]*\d){15}|(?<!\d)\d(( */ *)?\d){15}(?!\d)';
