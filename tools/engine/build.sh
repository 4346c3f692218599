#!/bin/sh
# Builds the real engine's tools into a per-user cache; what is there is not built again.
#
#   tools/engine/build.sh          builds
#   tools/engine/build.sh --path   prints the folder if everything is in it, else nothing
#
#   <cache>/spillway/engine-<hash of the modules and Go's version>/   pulumi, its language hosts, the Kubernetes provider
#   <cache>/spillway/engine-<...>/work-<pid>/                         a build under way; nothing ever runs from here

# shellcheck disable=SC1091,SC2034 # what is sourced uses speaker and builds
unset CDPATH
here=$(cd -P "$(dirname "$0")" && pwd) || exit 2
speaker=engine
. "$here/../launcher/lock.sh"

TOOLS='pulumi pulumi-language-java pulumi-language-yaml pulumi-language-nodejs pulumi-resource-kubernetes'
NEEDED='to build the real engine Go 1.26 or newer is needed'
CLI=v3.254.0
JAVA_HOST=v1.34.0
YAML_HOST=v1.32.0
# The version that com.pulumi:kubernetes asks for.
KUBERNETES=4.0.0

# Sets $go_version. The Go that is installed counts, not one that it would download.
find_go() {
    command -v go >/dev/null 2>&1 || fail "go: found none in PATH; $NEEDED"
    export GOTOOLCHAIN=local
    go_version=$(cd / && go version 2>/dev/null | sed -n 's/^go version .*go\([0-9][0-9.]*[^ ]*\) .*/\1/p')
    # shellcheck disable=SC2046 # words are wanted
    set -- $(echo "${go_version:-0}" | sed 's/[^0-9.].*//' | tr . ' ') 0 0
    [ $(($1 * 1000 + $2)) -ge 1026 ] || fail "go: found version ${go_version:-unknown}; $NEEDED"
}

# Sets $engine to where the binaries of these modules belong.
locate() {
    if command -v sha256sum >/dev/null 2>&1; then sha256=sha256sum; else sha256="shasum -a 256"; fi
    # shellcheck disable=SC2086 # with macOS's tool it is three words
    key=$( (cd "$here" && echo "$go_version" && $sha256 ./*/go.mod ./*/go.sum ./*/*.go) | $sha256)
    engine=${XDG_CACHE_HOME:-$HOME/.cache}/spillway/engine-$(printf %.24s "$key")
}

is_complete() {
    for tool in $TOOLS; do
        [ -x "$engine/$tool" ] || return 1
    done
}

clean_up() {
    rm -rf "$work"
    give_back_lock
}

# build TOOL MODULE PACKAGE VARIABLE VERSION. The module is built in a copy, so that nothing is ever written beside it.
build() {
    [ ! -x "$engine/$1" ] || return 0
    printf 'engine: building %s %s ... ' "$1" "$5"
    began=$(date +%s)
    rm -rf "${work:?}/$2"
    cp -R "$here/$2" "$work" || fail "$work: cannot be written"
    if ! (cd "$work/$2" && prepare "$2" && exec go build -trimpath -ldflags="-s -w -X $4=$5" -o "$work/$1" "$3") \
        >"$work/log" 2>&1; then
        echo
        tail -n 20 "$work/log" >&2
        fail "$1 could not be built, see above"
    fi
    mv "$work/$1" "$engine/$1" || fail "$engine: cannot be written"
    echo "$(($(date +%s) - began)) s"
}

# The provider wants its schema, which its module holds without the version.
prepare() {
    [ "$1" = kubernetes ] || return 0
    provider=github.com/pulumi/pulumi-kubernetes/provider/v4
    go mod download $provider || return 1
    sed "1s/{/{\"version\": \"$KUBERNETES\",/" \
        "$(go list -m -f '{{.Dir}}' $provider)/cmd/pulumi-resource-kubernetes/schema.json" >schema.json
}

# ---------------------------------------------------------------- here we go

if [ "${1:-}" = --path ]; then
    (find_go) 2>/dev/null || exit 0
    find_go
    locate
    if is_complete; then echo "$engine"; fi
    exit 0
fi

find_go
locate
if is_complete; then
    echo "engine: everything is in $engine"
    exit 0
fi
mkdir -p "$engine" 2>/dev/null || fail "$engine: cannot be written"
builds=$engine
take_lock
work=$engine/work-$$
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
rm -rf "$engine"/work-*
mkdir "$work" || fail "$work: cannot be written"

export CGO_ENABLED=0 GOFLAGS='-buildvcs=false -mod=readonly' GOWORK=off
build pulumi cli github.com/pulumi/pulumi/pkg/v3/cmd/pulumi \
    github.com/pulumi/pulumi/sdk/v3/go/common/version.Version $CLI
build pulumi-language-java cli github.com/pulumi/pulumi-java/pkg/cmd/pulumi-language-java \
    github.com/pulumi/pulumi-java/pkg/version.Version $JAVA_HOST
build pulumi-language-yaml yaml github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml \
    github.com/pulumi/pulumi-yaml/pkg/version.Version $YAML_HOST
build pulumi-language-nodejs node . main.version "$CLI"
build pulumi-resource-kubernetes kubernetes . \
    github.com/pulumi/pulumi-kubernetes/provider/v4/pkg/version.Version $KUBERNETES
echo "engine: $engine"
