#!/bin/sh
# Every schema of SCHEMAS, with <SCHEMA>_APP_PASSWORD and <SCHEMA>_MIGRATOR_PASSWORD in capitals from the environment.
set -eu
here=$(dirname "$0")
for SCHEMA in $SCHEMAS; do
  name=$(printf %s "$SCHEMA" | tr '[:lower:]' '[:upper:]')
  APP_PASSWORD=$(printenv "${name}_APP_PASSWORD")
  MIGRATOR_PASSWORD=$(printenv "${name}_MIGRATOR_PASSWORD")
  export SCHEMA APP_PASSWORD MIGRATOR_PASSWORD
  psql -X -q -f "$here/provision.sql"
  echo "$SCHEMA: schema and roles are there"
done
