#!/bin/sh
# Puts a JMeter together from the Maven registry, once, in a per-user cache.
#   build.sh           builds it where it is missing
#   build.sh --path    prints its folder, or nothing
set -eu
unset CDPATH
cd "$(dirname "$0")"
key=$(cksum <pom.xml | tr ' ' -)
home=${XDG_CACHE_HOME:-$HOME/.cache}/spillway/jmeter-$key
if [ "${1:-}" = --path ]; then
    if [ -f "$home/bin/ApacheJMeter.jar" ]; then echo "$home"; fi
    exit 0
fi
[ ! -f "$home/bin/ApacheJMeter.jar" ] || exit 0
draft=$home.$$
trap 'rm -rf "$draft"' EXIT
mkdir -p "$draft/lib/ext" "$draft/lib/junit"
mvn -q -ntp -B -f pom.xml dependency:copy-dependencies -DincludeScope=runtime "-DoutputDirectory=$draft/lib"
(cd "$draft" && jar xf lib/ApacheJMeter_config-*.jar bin)
mv "$draft"/lib/ApacheJMeter-*.jar "$draft/bin/ApacheJMeter.jar"
mv "$draft"/lib/ApacheJMeter_*.jar "$draft/lib/ext"
mv "$draft" "$home" 2>/dev/null || true
