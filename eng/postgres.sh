# A private PostgreSQL with PostGIS for tests and benchmarks. Sourced, not run: see with-postgres.sh.
#
#   postgres_install   installs the packages when they are missing and apt may be used; says so when not
#   postgres_start     starts a cluster of its own and exports SIGNPOSTING_TEST_POSTGRES
#   postgres_down      stops it as an operator would, and keeps its data; postgres_up starts it again where it was
#   postgres_stop      stops it and removes its folder; may be called twice
#
# Everything lives in a new folder under /tmp (socket paths are limited to 107 bytes), on a port of
# its own, so that any number of them run side by side and none touches a PostgreSQL of the machine.

postgres_home=
postgres_bin=
postgres_options=

# The bin folder of an installed version that has PostGIS; 15 first, because it is what we name as tested.
postgres_find() {
    local version
    for version in 15 $(ls /usr/lib/postgresql 2>/dev/null | sort -rV); do
        if [[ -x /usr/lib/postgresql/$version/bin/initdb && -f /usr/share/postgresql/$version/extension/postgis.control ]]; then
            postgres_bin=/usr/lib/postgresql/$version/bin
            return 0
        fi
    done
    return 1
}

# Runs a command as somebody who may install packages; fails when nobody here may.
as_root() {
    if [[ $EUID -eq 0 ]]; then
        "$@"
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        sudo -n "$@"
    else
        return 1
    fi
}

postgres_install() {
    postgres_find && return 0
    if ! command -v apt-get >/dev/null || ! as_root true; then
        echo "PostgreSQL with PostGIS is missing and cannot be installed here (needs apt and root or passwordless sudo)."
        return 1
    fi

    echo "Installing PostgreSQL with PostGIS …"
    as_root apt-get update -qq || true
    # postgresql-common would otherwise make and start a cluster of the machine, which nobody asked for.
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql-common >/dev/null &&
        as_root sed -i 's/^#\?create_main_cluster.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf || true

    local postgis version
    for postgis in postgresql-15-postgis-3 $(apt-cache search --names-only '^postgresql-[0-9]+-postgis-[0-9]+$' | cut -d' ' -f1 | sort -rV); do
        version=${postgis#postgresql-}
        version=${version%%-*}
        if as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            "postgresql-$version" "$postgis" >/dev/null 2>&1 && postgres_find; then
            return 0
        fi
    done
    echo "PostgreSQL with PostGIS could not be installed: apt offers no version that goes in."
    return 1
}

# PostgreSQL refuses to run as root.
postgres_run() {
    if [[ $EUID -ne 0 ]]; then
        "$@"
    elif id postgres >/dev/null 2>&1; then
        runuser -u postgres -- "$@"
    else
        runuser -u nobody -- "$@"
    fi
}

postgres_start() {
    postgres_home=$(mktemp -d /tmp/signposting-pg.XXXXXX)
    if [[ $EUID -eq 0 ]]; then
        chown "$(id -u postgres 2>/dev/null || id -u nobody)" "$postgres_home"
    fi
    local log=$postgres_home/log
    if ! (cd / && postgres_run "$postgres_bin/initdb" -D "$postgres_home/data" -U postgres -A trust \
        -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null); then
        echo "initdb failed."
        return 1
    fi

    # Below the ports that the kernel hands out by itself; a taken one makes the start fail, and the next is tried.
    # Without fsync a test run costs no disk waits; benchmarks that claim durability set SIGNPOSTING_PG_DURABLE=1.
    local durable=off port attempt
    [[ ${SIGNPOSTING_PG_DURABLE:-} == 1 ]] && durable=on
    for attempt in {1..20}; do
        port=$((20000 + RANDOM % 12000))
        postgres_options="-p $port -h 127.0.0.1 -k $postgres_home -c fsync=$durable -c full_page_writes=$durable -c synchronous_commit=$durable -c max_connections=200 -c shared_buffers=256MB -c max_wal_size=2GB"
        if postgres_up; then
            local psql=("$postgres_bin/psql" -X -q -h 127.0.0.1 -p "$port" -U postgres -v ON_ERROR_STOP=1)
            "${psql[@]}" -d postgres -c 'CREATE DATABASE signposting' &&
                "${psql[@]}" -d signposting -c 'CREATE EXTENSION postgis' || return 1
            export SIGNPOSTING_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=signposting"
            return 0
        fi
    done
    echo "PostgreSQL did not start:"
    tail -n 20 "$log"
    return 1
}

postgres_up() {
    (cd / && postgres_run "$postgres_bin/pg_ctl" -D "$postgres_home/data" -l "$postgres_home/log" -w -s -o "$postgres_options" start >/dev/null 2>&1)
}

postgres_down() {
    (cd / && postgres_run "$postgres_bin/pg_ctl" -D "$postgres_home/data" -m fast -w -s stop >/dev/null 2>&1)
}

postgres_stop() {
    [[ -n $postgres_home ]] || return 0
    if [[ -f $postgres_home/data/postmaster.pid ]]; then
        (cd / && postgres_run "$postgres_bin/pg_ctl" -D "$postgres_home/data" -m immediate -w -s stop >/dev/null 2>&1) || true
    fi
    rm -rf "$postgres_home"
    postgres_home=
    unset SIGNPOSTING_TEST_POSTGRES
}
