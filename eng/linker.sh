# What links the harvester as machine code (eng/publish.sh). Sourced, not run; needs as_root of postgres.sh.
#
#   linker_install   installs it when it is missing and apt may be used; says so when not

linker_install() {
    command -v clang >/dev/null || command -v gcc >/dev/null && return 0
    if ! command -v apt-get >/dev/null || ! as_root true; then
        echo "clang or gcc is missing and cannot be installed here (needs apt and root or passwordless sudo)."
        return 1
    fi

    echo "Installing gcc …"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends gcc libc6-dev zlib1g-dev >/dev/null 2>&1 ||
        { as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends gcc libc6-dev zlib1g-dev >/dev/null 2>&1; } ||
        { echo "gcc could not be installed."; return 1; }
}
