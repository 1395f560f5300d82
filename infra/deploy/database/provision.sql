-- Schema and roles of one service: `<schema>_migrator` owns the schema and changes it, `<schema>_app` works in it and owns nothing.
-- The same as packages/service-kit/src/database/provision.ts. Safe to repeat; repeating it sets the passwords anew.
--
--   SCHEMA=social_assistance APP_PASSWORD=… MIGRATOR_PASSWORD=… psql -X -v ON_ERROR_STOP=1 -d xishan -f provision.sql
--
-- By a superuser, or by a role with CREATEROLE that owns the database. psql 15 or later (\getenv).
\set ON_ERROR_STOP on
\getenv schema SCHEMA
\getenv app_password APP_PASSWORD
\getenv migrator_password MIGRATOR_PASSWORD
\if :{?schema}
\else
  do $$ begin raise exception 'SCHEMA is not set'; end $$;
\endif
\if :{?app_password}
\else
  do $$ begin raise exception 'APP_PASSWORD is not set'; end $$;
\endif
\if :{?migrator_password}
\else
  do $$ begin raise exception 'MIGRATOR_PASSWORD is not set'; end $$;
\endif

begin;
-- Who may make roles but no databases may not even say `nocreatedb` of a role that is there.
select format(case when exists (select from pg_roles where rolname = role) then 'alter role %I' else 'create role %I nocreatedb nocreaterole' end
              || ' login noinherit password %L', role, password)
  from (values (:'schema' || '_app', :'app_password'), (:'schema' || '_migrator', :'migrator_password')) as wanted (role, password) \gexec
select format('grant connect on database %I to %I, %I', current_database(), :'schema' || '_app', :'schema' || '_migrator') \gexec
select format('grant create on database %I to %I', current_database(), :'schema' || '_migrator') \gexec
select format('grant %I to current_user', :'schema' || '_migrator') \gexec
select format('create schema if not exists %I authorization %I', :'schema', :'schema' || '_migrator') \gexec
select format('revoke all on schema %I from public', :'schema') \gexec
select format('grant usage on schema %I to %I', :'schema', :'schema' || '_app') \gexec
commit;
