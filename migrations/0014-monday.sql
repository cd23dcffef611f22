-- A wijkregisseur may put a decision off to a day; until then it is not on the list, and the reporter knows the day (0.2 D1, D13).
alter table signaal add column postponed_until date;
