-- Schema and roles of one service: `<schema>_migrator` owns the schema and changes it, `<schema>_app` works in it and owns nothing.
-- The same as packages/service-kit/src/database/provision.ts. Safe to repeat; repeating it sets the passwords anew.
--
--   SCHEMA=social_assistance APP_PASSWORD=… MIGRATOR_PASSWORD=… psql -X -d xishan -f provision.sql
--
-- By a superuser, or by a role with CREATEROLE that owns the database. psql 15 or later (\getenv). Another client sets the three
-- settings below by itself and runs the block after them.
\set ON_ERROR_STOP on
\set schema ''
\set app_password ''
\set migrator_password ''
\getenv schema SCHEMA
\getenv app_password APP_PASSWORD
\getenv migrator_password MIGRATOR_PASSWORD
select set_config('xishan.schema', :'schema', false), set_config('xishan.app_password', :'app_password', false), set_config('xishan.migrator_password', :'migrator_password', false) \gset given_

do $provision$
declare
  service constant text := coalesce(current_setting('xishan.schema', true), '');
  app constant text := service || '_app';
  migrator constant text := service || '_migrator';
  wanted record;
begin
  if service !~ '^[a-z][a-z0-9_]*$' then
    raise exception 'SCHEMA is not set: the name of a service with _ for -, such as social_assistance';
  end if;
  for wanted in select * from (values (app, 'APP_PASSWORD', current_setting('xishan.app_password', true)), (migrator, 'MIGRATOR_PASSWORD', current_setting('xishan.migrator_password', true))) as roles (role, variable, password) loop
    if coalesce(wanted.password, '') = '' then
      raise exception '% is not set', wanted.variable;
    end if;
    -- Who may make roles but no databases may not even say `nocreatedb` of a role that is there.
    execute format(case when exists (select from pg_roles where rolname = wanted.role) then 'alter role %I' else 'create role %I nocreatedb nocreaterole' end
                   || ' login noinherit password %L', wanted.role, wanted.password);
  end loop;
  execute format('grant connect on database %I to %I, %I', current_database(), app, migrator);
  execute format('grant create on database %I to %I', current_database(), migrator);
  execute format('grant %I to current_user', migrator);
  execute format('create schema if not exists %I authorization %I', service, migrator);
  execute format('revoke all on schema %I from public', service);
  execute format('grant usage on schema %I to %I', service, app);
end
$provision$;
