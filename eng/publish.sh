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
target=(--no-self-contained) whole=()
if [[ $(uname -sm) == "Linux x86_64" ]]; then
    # The harvester as one program of machine code (docs/decisions/0035), where there is what links it.
    if command -v clang >/dev/null; then
        whole=(-r linux-x64 -p:CompiledAhead=true)
    elif command -v gcc >/dev/null; then
        whole=(-r linux-x64 -p:CompiledAhead=true -p:CppCompilerAndLinker=gcc)
    else
        echo "No clang and no gcc: the harvester is published for the .NET runtime, in which it takes a third more processor time and memory." >&2
    fi
    target+=(-r linux-x64 -p:PublishReadyToRun=true)
fi

publish() {
    local project=$1 to=$2
    shift 2
    flock -o eng dotnet publish "src/$project" -c Release -o "$out/$to" "$@" -p:PageAssetsRequired=true -v quiet --nologo || return
    # Without a target SQLite comes built for 31 platforms (70 MB); an image runs on Linux.
    if [[ -d $out/$to/runtimes ]]; then
        find "$out/$to/runtimes" -mindepth 1 -maxdepth 1 ! -name 'linux-*' -exec rm -rf {} +
    fi
}

publish Signposting.Api api "${target[@]}" -p:RestoreLockedMode=true
if ((${#whole[@]})) && publish Feeds.Harvester harvester "${whole[@]}"; then
    # Left by a publication for the runtime: the program would not be started.
    rm -f "$out/harvester/Feeds.Harvester".{dll,deps.json,runtimeconfig.json}
else
    ((${#whole[@]} == 0)) || echo "The harvester could not be compiled and linked as machine code (see above; Debian needs gcc libc6-dev zlib1g-dev): it is published for the .NET runtime." >&2
    publish Feeds.Harvester harvester "${target[@]}" -p:RestoreLockedMode=true
fi
install -m 755 eng/entrypoint.sh eng/health.sh "$out"
