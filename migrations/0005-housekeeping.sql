-- What ended is cleared by its moment, and a used link ends the others of its account: each by an index of its own.
create index session_by_use on session (gemeente, last_seen_at);
create index sign_in_link_expiry on sign_in_link (gemeente, expires_at);
create index sign_in_link_by_account on sign_in_link (gemeente, account_id);
