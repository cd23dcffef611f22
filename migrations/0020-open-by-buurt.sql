-- What is open in a buurt: the piles of a wijkregisseur and the filters of a department no longer pass by all that ended there.
create index signaal_open_by_buurt on signaal (gemeente, buurt_id, received_at, id)
  where state in ('received', 'reopened', 'assigned', 'planned');
