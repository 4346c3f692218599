#!/bin/sh
# Reads the queries of approved plans and load tests with Microsoft's parser; see README.md. The parser is installed once.
set -eu
unset CDPATH
cd "$(dirname "$0")/../.."
key=$(cksum <tools/kql/package-lock.json | tr ' ' -)
home=${XDG_CACHE_HOME:-$HOME/.cache}/spillway/kql-$key
if [ ! -d "$home/node_modules" ]; then
    mkdir -p "${home%/*}"
    rm -rf "$home.$$"
    mkdir "$home.$$"
    cp tools/kql/package.json tools/kql/package-lock.json "$home.$$"
    (cd "$home.$$" && npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1) || {
        tail -n 5 "$home.$$/npm.log" >&2
        rm -rf "$home.$$"
        exit 2
    }
    mv "$home.$$" "$home" 2>/dev/null || rm -rf "$home.$$"
fi
facts=src/main/resources/dev/spillway/facts/monitor-columns.csv
if [ $# -gt 0 ]; then
    exec node tools/kql/check.js "$home/node_modules" "$facts" "$@"
fi
exec node tools/kql/check.js "$home/node_modules" "$facts" \
    stacks/*/plan.approved.json $(find src/test/resources/monitoring src/test/resources/loadtest -name '*.kql' -o -name '*.approved.json' 2>/dev/null)
