#!/usr/bin/env bash
# Publishes what the image holds: OUT/api and OUT/harvester. The Dockerfile calls this script, and a test does too.
# Package versions are those of the lock files. Needs Node.js for the style of the pages. The sample publisher is not among them: made-up data stays out of an image.
set -euo pipefail

if (($# != 1)); then
    echo "usage: eng/publish.sh OUT" >&2
    exit 2
fi
mkdir -p "$1"
out=$(cd "$1" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1

# Compiled ahead of time where that is the platform of the lock files; elsewhere all is compiled as it runs, which costs a second more at the start.
target=()
if [[ $(uname -sm) == "Linux x86_64" ]]; then
    target=(-r linux-x64 -p:PublishReadyToRun=true)
fi

publish() {
    flock -o eng dotnet publish "src/$1" -c Release -o "$out/$2" --no-self-contained "${target[@]}" -p:RestoreLockedMode=true -p:PageAssetsRequired=true -v quiet --nologo
    # Without a target SQLite comes built for 31 platforms (70 MB); an image runs on Linux.
    if [[ -d $out/$2/runtimes ]]; then
        find "$out/$2/runtimes" -mindepth 1 -maxdepth 1 ! -name 'linux-*' -exec rm -rf {} +
    fi
}

publish Signposting.Api api
publish Feeds.Harvester harvester
install -m 755 eng/entrypoint.sh eng/health.sh "$out"
