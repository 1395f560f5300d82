/**
 * Files that belong to a case or a record. The content stands last and out of line, so that a list never reads it;
 * it is already compressed (JPEG, PNG, PDF), so PostgreSQL need not try.
 */
export const attachmentTable = `
create table attachment (
  id uuid primary key,
  subject_type text not null,
  subject_id uuid not null,
  division_code text collate "C" not null,
  kind text not null,
  name text not null,
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  digest text not null,
  uploaded_by uuid not null,
  uploaded_by_name text not null,
  uploaded_at timestamptz not null,
  business_date date not null,
  content bytea not null check (octet_length(content) = bytes)
);
alter table attachment alter column content set storage external;
create index attachment_subject on attachment (subject_type, subject_id, uploaded_at);
`

/** What a list shows of an attachment: everything but its content. */
export const ATTACHMENT_COLUMNS = `id, subject_type, subject_id, division_code, kind, name, media_type, bytes, digest,
  uploaded_by, uploaded_by_name, uploaded_at, business_date`
