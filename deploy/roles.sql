-- The two roles of Wijkregie on a database of one's own (decision 0013): the owner migrates, the application may not own,
-- may not be superuser and may not walk past row security. Change both passwords.
create role wijkregie_owner login password 'change-me-owner';
create role wijkregie_app login password 'change-me-app' nosuperuser nobypassrls nocreatedb nocreaterole;
create database wijkregie owner wijkregie_owner;
