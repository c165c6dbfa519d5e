#!/usr/bin/env bash
# Builds everything and runs all tests on both engines. Installs what they need with apt when it may.
# The last line is always "N passed, N failed, N skipped"; the exit code is 0 only when tests ran and none failed.
# Arguments go to every test program, for example: eng/test.sh --filter-class '*PublishTests'
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
source eng/postgres.sh
source eng/chromium.sh
source eng/html-checker.sh
source eng/linker.sh

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# Build nodes that outlive the build would keep the caller's pipe open.
export MSBUILDDISABLENODEREUSE=1

configuration=Release
passed=0 failed=0 skipped=0
child=
results=$(mktemp -d /tmp/signposting-tests.XXXXXX)

clean_up() {
    trap '' INT TERM HUP
    [[ -z $child ]] || kill -- "-$child" 2>/dev/null || true
    postgres_stop
    rm -rf "$results"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# In the background, because bash serves a signal only after the command in the foreground has ended;
# in a session of its own, so that all that it started can be ended with it.
run() {
    setsid "$@" </dev/null &
    child=$!
    local status=0
    wait "$child" || status=$?
    child=
    return $status
}

finish() {
    clean_up
    echo "$passed passed, $failed failed, $skipped skipped"
    ((failed == 0 && passed > 0)) || exit 1
    exit 0
}

install_needs() {
    if postgres_install && postgres_start; then
        echo "PostgreSQL: $SIGNPOSTING_TEST_POSTGRES"
    else
        postgres_stop
        echo "Tests that need PostgreSQL are skipped."
    fi
    chromium_install || echo "Browser tests are skipped."
    linker_install || echo "The harvester is published for the runtime, not as machine code."
    html_checker_install || echo "The test of the pages by the HTML checker is skipped."
}

# One build at a time in one tree (the lock is the folder eng); -o, so that no process of the build inherits the lock.
build() {
    run flock -o eng dotnet build Signposting.sln -c "$configuration" -v quiet --nologo
}

# A number of the <assembly> element in an xUnit report; the whole report may stand on one line.
count() {
    grep -o '<assembly [^>]*' "$2" | sed -n 's/.* '"$1"'="\([0-9]*\)".*/\1/p'
}

run_project() {
    local project=$1 report=$results/$1.xml status=0
    shift
    echo "── $project"
    run timeout --foreground --kill-after=10 15m dotnet "tests/$project/bin/$configuration/net10.0/$project.dll" \
        --no-progress --no-ansi --xunit-diagnostics on --long-running 60 --results-directory "$results" --report-xunit --report-xunit-filename "$project.xml" "$@" || status=$?
    if [[ ! -s $report ]]; then
        # 8: no test in it, or none that the arguments choose. Anything else without a report is a crash.
        ((status == 8)) || { echo "$project ended with $status and no report."; failed=$((failed + 1)); }
        return 0
    fi

    local errors
    passed=$((passed + $(count passed "$report")))
    skipped=$((skipped + $(count skipped "$report")))
    errors=$(($(count failed "$report") + $(count errors "$report")))
    # A program that fails without naming a test has failed all the same.
    ((errors > 0 || status == 0 || status == 8)) || errors=1
    failed=$((failed + errors))
}

install_needs
if ! build; then
    echo "The build failed."
    failed=1
    finish
fi
for file in $(grep -l 'Include="xunit.v3"' tests/*/*.csproj); do
    run_project "$(basename "$file" .csproj)" "$@"
done
finish
