#!/bin/sh
# Installs checkov with everything that it needs, pinned, into a per-user cache; what is there is not installed again.
#   checkov.sh           installs it where it is missing
#   checkov.sh --path    prints its path, or nothing
set -eu
unset CDPATH
cd "$(dirname "$0")"
command -v python3 >/dev/null 2>&1 || { [ "${1:-}" = --path ] && exit 0; echo "checkov: no python3 in PATH" >&2; exit 2; }
key=$( (python3 -V && cat requirements.txt) | cksum | tr ' ' -)
home=${XDG_CACHE_HOME:-$HOME/.cache}/spillway/checkov-$key
if [ "${1:-}" = --path ]; then
    if [ -f "$home/installed" ]; then echo "$home/bin/checkov"; fi
    exit 0
fi
[ ! -f "$home/installed" ] || exit 0
# Its programs know the folder that they are in, so nothing can be moved here when it is whole.
rm -rf "$home"
mkdir -p "${home%/*}"
python3 -m venv "$home"
"$home/bin/python" -m pip install -q -r requirements.txt
: >"$home/installed"
