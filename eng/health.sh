#!/usr/bin/env bash
# The health check of the image, which has no curl: asks 127.0.0.1:PORT (default 5080) for /health/live.
# A harvester has no port; it is alive while its process is, and without the process there is no container.
set -euo pipefail

if tr '\0' ' ' </proc/1/cmdline | grep -q '/harvester/Feeds\.Harvester'; then
    exit 0
fi
port=${1:-5080}
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
IFS= read -r -t 5 status <&3
[[ $status == HTTP/1.1\ 200* ]]
