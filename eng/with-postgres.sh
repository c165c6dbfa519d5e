#!/usr/bin/env bash
# Runs a command beside a private PostgreSQL with PostGIS: eng/with-postgres.sh dotnet test
# The command finds it through SIGNPOSTING_TEST_POSTGRES; it is gone when the command ends.
set -euo pipefail

source "$(dirname "${BASH_SOURCE[0]}")/postgres.sh"

trap postgres_stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

postgres_install
postgres_start
"$@"
