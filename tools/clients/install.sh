#!/bin/sh
# Puts the client libraries for Python and Node into a per-user cache, once for each set of versions.
# usage: install.sh           installs what the tools of this machine allow
#        install.sh --path    prints the folder; python/ and node/ in it are there once they are installed

unset CDPATH
cd "$(dirname "$0")" || exit 2
sum=$(cat requirements.txt package.json | cksum | tr ' ' '-')
folder=${XDG_CACHE_HOME:-$HOME/.cache}/spillway/clients-$sum

if [ "$1" = "--path" ]; then
    echo "$folder"
    exit 0
fi

mkdir -p "$folder" || exit 2
if [ ! -d "$folder/python" ] && command -v python3 >/dev/null 2>&1; then
    new=$folder/python-$$
    python3 -m venv "$new" && "$new/bin/pip" install -q -r requirements.txt && mv "$new" "$folder/python" ||
        { rm -rf "$new"; echo "no client library for Python" >&2; }
fi
if [ ! -d "$folder/node" ] && command -v npm >/dev/null 2>&1; then
    new=$folder/node-$$
    mkdir -p "$new" && cp package.json "$new" &&
        (cd "$new" && npm install --silent --no-audit --no-fund >/dev/null) && mv "$new" "$folder/node" ||
        { rm -rf "$new"; echo "no client library for Node" >&2; }
fi
