-- Strooizout and poepzakjes: each desk counts what it hands out, and nothing about whom (screens.md, "Aan de balie").
create table counter_product (
  gemeente text not null references tenant,
  day date not null,
  department_id uuid not null,
  product text not null check (product in ('road_salt', 'dog_waste_bags')),
  used integer not null,
  primary key (gemeente, day, department_id, product),
  foreign key (gemeente, department_id) references department
);
call protect_tenant_table('counter_product');

-- What somebody registered, and what the desks registered together: the desk's lists and searches.
create index signaal_by_registrar on signaal (gemeente, registered_by, received_at, id) where registered_by is not null;
create index signaal_at_desk on signaal (gemeente, received_at, id) where registered_by is not null;
