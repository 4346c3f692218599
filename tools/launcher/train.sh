#!/bin/sh
# Writes class data down once the start that found none is over, one at a time, and nowhere but whole. Started by archive.sh.
#
#   train.sh PID ARCHIVE COMMAND...   the command leaves the class data in ARCHIVE.new

KEPT=6

pid=$1
archive=$2
shift 2
builds=${archive%/*}
speaker=spillway
. "${0%/*}/lock.sh"

# Two JVMs at once would only slow down the one that somebody waits for.
while kill -0 "$pid" 2>/dev/null; do
    sleep 1
done

take_lock
trap give_back_lock EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
[ ! -e "$archive" ] || exit 0
rm -f "$builds"/*.jsa.new
if nice "$@" && [ -s "$archive.new" ]; then
    mv "$archive.new" "$archive"
else
    rm -f "$archive.new"
    true >"$archive"
fi
# Those of former JDKs and jars.
# shellcheck disable=SC2012 # our own names, no surprises in them
ls -t "$builds"/*.jsa | tail -n +$((KEPT + 1)) | while IFS= read -r old; do
    rm -f "$old"
done
