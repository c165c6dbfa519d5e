# Chromium for the browser tests. Sourced, not run; needs as_root of postgres.sh.
#
#   chromium_install   installs it when it is missing and apt may be used; says so when not

chromium_install() {
    [[ -n ${SIGNPOSTING_CHROMIUM:-} || -x /usr/bin/chromium || -x /usr/bin/chromium-browser || -x /usr/bin/google-chrome ]] && return 0
    if ! command -v apt-get >/dev/null || ! as_root true; then
        echo "Chromium is missing and cannot be installed here (needs apt and root or passwordless sudo)."
        return 1
    fi

    echo "Installing Chromium …"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1 ||
        { as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1; } ||
        { echo "Chromium could not be installed."; return 1; }
}
