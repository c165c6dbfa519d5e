#!/usr/bin/env bash
# Chooses the role of a container: "api" (default; harvests too unless Feeds__Enabled=false) or "harvester".
# What follows goes to the program: docker run IMAGE harvester harvest https://example.org/openactive
set -euo pipefail

home=$(dirname "${BASH_SOURCE[0]}")
case ${1:-api} in
    harvester)
        shift
        (($# > 0)) || set -- run
        # One program of machine code, or, where it could not be linked, one for the runtime.
        [[ -f $home/harvester/Feeds.Harvester.dll ]] || exec "$home/harvester/Feeds.Harvester" "$@"
        exec dotnet "$home/harvester/Feeds.Harvester.dll" "$@"
        ;;
    api)
        (($# == 0)) || shift
        exec dotnet "$home/api/Signposting.Api.dll" "$@"
        ;;
    *)
        exec dotnet "$home/api/Signposting.Api.dll" "$@"
        ;;
esac
