# The Nu HTML Checker for the browser tests: vnu-jar of npm, at the version of its lock file, and Java to run it.
# Sourced, not run; needs as_root of postgres.sh.
#
#   html_checker_install   installs what is missing when npm is there and apt may be used; says so when not

html_checker_install() {
    local source=tests/Signposting.BrowserTests target=tests/Signposting.BrowserTests/obj/html-checker
    if ! command -v java >/dev/null; then
        if ! command -v apt-get >/dev/null || ! as_root true; then
            echo "Java is missing and cannot be installed here (needs apt and root or passwordless sudo)."
            return 1
        fi
        echo "Installing Java for the HTML checker …"
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends default-jre-headless >/dev/null 2>&1 ||
            { as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends default-jre-headless >/dev/null 2>&1; } ||
            { echo "Java could not be installed."; return 1; }
    fi

    cmp -s $source/package-lock.json $target/package-lock.json && [[ -d $target/node_modules/vnu-jar ]] && return 0
    if ! command -v npm >/dev/null; then
        echo "npm is missing, which has the HTML checker."
        return 1
    fi
    mkdir -p $target
    cp $source/package.json $source/package-lock.json $target/
    (cd $target && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) >/dev/null ||
        { rm -rf "$target"; echo "The HTML checker could not be installed by npm."; return 1; }
}
