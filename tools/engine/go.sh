# To be sourced after lock.sh, with $here, $speaker and $purpose set. Builds Go programs from the modules in folders below
# $here into <cache>/spillway/$speaker-<hash of the modules and Go's version>/, one after the other; what is there is kept.
# shellcheck shell=sh disable=SC2034,SC2154

# Sets $go_version. The Go that is installed counts, not one that it would download.
find_go() {
    needed="to build $purpose Go 1.26 or newer is needed"
    command -v go >/dev/null 2>&1 || fail "go: found none in PATH; $needed"
    export GOTOOLCHAIN=local
    go_version=$(cd / && go version 2>/dev/null | sed -n 's/^go version .*go\([0-9][0-9.]*[^ ]*\) .*/\1/p')
    # shellcheck disable=SC2046 # words are wanted
    set -- $(echo "${go_version:-0}" | sed 's/[^0-9.].*//' | tr . ' ') 0 0
    [ $(($1 * 1000 + $2)) -ge 1026 ] || fail "go: found version ${go_version:-unknown}; $needed"
}

# Sets $builds to where the binaries of these modules belong.
locate() {
    if command -v sha256sum >/dev/null 2>&1; then sha256=sha256sum; else sha256="shasum -a 256"; fi
    # shellcheck disable=SC2012,SC2046,SC2086 # words are wanted: of the names, and of what macOS has for the tool
    key=$( (cd "$here" && echo "$go_version" && $sha256 ./*/go.mod ./*/go.sum $(ls ./*/*.go 2>/dev/null)) | $sha256)
    builds=${XDG_CACHE_HOME:-$HOME/.cache}/spillway/$speaker-$(printf %.24s "$key")
}

# is_complete NAME...
is_complete() {
    for name in "$@"; do
        [ -e "$builds/$name" ] || return 1
    done
}

# path_or_arrange_builds ARGUMENT NAME...: answers --path and ends; ends also where all of these are there; else takes the lock
# and makes $work, for builds that are under way and that nothing ever runs from.
path_or_arrange_builds() {
    argument=$1
    shift
    if [ "$argument" = --path ]; then
        (find_go) 2>/dev/null || exit 0
        find_go
        locate
        if is_complete "$@"; then echo "$builds"; fi
        exit 0
    fi
    find_go
    locate
    if is_complete "$@"; then
        echo "$speaker: everything is in $builds"
        exit 0
    fi
    mkdir -p "$builds" 2>/dev/null || fail "$builds: cannot be written"
    take_lock
    work=$builds/work-$$
    trap clean_up EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    rm -rf "$builds"/work-*
    mkdir "$work" "$work/built" || fail "$work: cannot be written"
    export CGO_ENABLED=0 GOFLAGS='-buildvcs=false -mod=readonly' GOWORK=off
}

clean_up() {
    rm -rf "$work"
    give_back_lock
}

# prepare MODULE, in its copy, before it is built; to be replaced where there is something to do.
prepare() {
    :
}

# build TOOL MODULE PACKAGE VERSION VARIABLE=VALUE... The module is built in a copy, so that nothing is ever written beside it.
build() {
    tool=$1
    module=$2
    package=$3
    [ ! -x "$builds/$tool" ] || return 0
    printf '%s: building %s %s ... ' "$speaker" "$tool" "$4"
    shift 4
    flags="-s -w"
    for variable in "$@"; do
        flags="$flags -X $variable"
    done
    began=$(date +%s)
    rm -rf "${work:?}/$module"
    cp -R "$here/$module" "$work" || fail "$work: cannot be written"
    if ! (cd "$work/$module" && prepare "$module" && exec go build -trimpath -ldflags="$flags" -o "$work/built/$tool" "$package") \
        >"$work/log" 2>&1; then
        echo
        tail -n 20 "$work/log" >&2
        fail "$tool could not be built, see above"
    fi
    mv "$work/built/$tool" "$builds/$tool" || fail "$builds: cannot be written"
    echo "$(($(date +%s) - began)) s"
}
