export const deliveryTable = `
create table delivery (
  id uuid primary key,
  application_id uuid not null references application,
  division_code text collate "C" not null,
  paper text not null,
  delivered_on date not null,
  way text not null,
  received_by text not null,
  recorded_by text not null
);
create index delivery_application on delivery (application_id);
select kit_guard('delivery');`
