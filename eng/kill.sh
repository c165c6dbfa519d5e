#!/usr/bin/env bash
# Kills the harvester at random moments, on both engines, and holds what the store has in the end against an undisturbed
# harvest: eng/kill.sh [KILLS]; 100 kills for each engine unless told otherwise. Says where in the harvest they hit. Takes some minutes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export SIGNPOSTING_KILLS=${1:-100}
[[ $SIGNPOSTING_KILLS =~ ^[1-9][0-9]*$ ]] || { echo "The number of kills must be a whole number, not '$1'." >&2; exit 2; }

dotnet build tests/Signposting.SystemTests -c Release -v quiet --nologo
exec eng/with-postgres.sh dotnet tests/Signposting.SystemTests/bin/Release/net10.0/Signposting.SystemTests.dll \
    --filter-class '*KillTests' --xunit-diagnostics on --no-progress --no-ansi
