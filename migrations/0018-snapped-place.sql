-- A pin just over the border, or in a sliver between two outlines, counts for the nearest buurt; whoever handles it is told so.
alter table signaal add column place_snapped boolean not null default false;
