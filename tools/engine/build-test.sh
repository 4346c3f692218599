#!/bin/sh
# Tests of build.sh, and of tools/kube/build.sh, with a stand-in for Go, so that they take seconds.

# shellcheck disable=SC2030,SC2031
unset CDPATH XDG_CACHE_HOME GOTOOLCHAIN
root=$(cd -P "$(dirname "$0")/../.." && pwd) || exit 2
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM HUP
passed=0
failed=0

# ---------------------------------------------------------------- arrange

# A fresh home, and a Go that says it is 1.26.8 and writes what it builds into the files it is asked for.
arrange() {
    area=$scratch/$((passed + failed))
    mkdir -p "$area/bin" "$area/module/cmd/pulumi-resource-kubernetes" "$area/module/config/crd/bases" "$area/tools"
    cp -R "$root/tools/engine" "$root/tools/kube" "$root/tools/launcher" "$area/tools"
    echo 'kind: CustomResourceDefinition' >"$area/module/config/crd/bases/kind.yaml"
    printf '{\n  "name": "kubernetes"\n}\n' >"$area/module/cmd/pulumi-resource-kubernetes/schema.json"
    cat >"$area/bin/go" <<'FAKE'
#!/bin/sh
case "$1 $2" in
    version*) echo "go version ${FAKE_GO_VERSION:-go1.26.8} linux/amd64"; exit ;;
    'mod download') exit ;;
    'list -m') echo "$FAKE_MODULE"; exit ;;
esac
while [ "$1" != -o ]; do shift; done
echo "${2##*/}" >>"$FAKE_LOG"
[ "${2##*/}" != "${FAKE_BROKEN:-}" ] || { echo half >"$2"; echo "no such package" >&2; exit 1; }
[ "${2##*/}" != pulumi-resource-kubernetes ] || cp schema.json "$FAKE_LOG.schema"
sleep "${FAKE_SECONDS:-0}"
echo binary >"$2"
chmod +x "$2"
FAKE
    chmod +x "$area/bin/go"
    FAKE_LOG=$area/log
    FAKE_MODULE=$area/module
    : >"$FAKE_LOG"
    export FAKE_LOG FAKE_MODULE
    unset FAKE_GO_VERSION FAKE_BROKEN FAKE_SECONDS
}

# Runs the script of the engine, or with WHAT=kube that of the control plane; leaves $output, $errors and $status.
build() {
    HOME=$area PATH=$area/bin:$path "$area/tools/${WHAT:-engine}/build.sh" "$@" >"$area/out" 2>"$area/err"
    status=$?
    output=$(cat "$area/out")
    errors=$(cat "$area/err")
}

# ---------------------------------------------------------------- assert

expect() {
    if [ "$2" = "$3" ]; then return; fi
    broken="$broken
    $1: met '$2', expected '$3'"
}

expect_match() {
    # shellcheck disable=SC2254 # a pattern is wanted
    case $2 in
        $3) return ;;
    esac
    broken="$broken
    $1: met '$2', expected something like '$3'"
}

builds() {
    grep -c . "$FAKE_LOG"
}

# ---------------------------------------------------------------- the claims

each_binary_is_built_once() {
    build
    expect status $status 0
    expect_match output "$output" '*engine: building pulumi v*[0-9] s*'
    expect builds "$(builds)" 5
    build
    expect_match output "$output" "engine: everything is in $area/.cache/spillway/engine-*"
    expect builds "$(builds)" 5
}

path_is_that_of_a_complete_folder() {
    build --path
    expect status $status 0
    expect output "$output" ''
    build
    build --path
    expect_match output "$output" "$area/.cache/spillway/engine-????????????????????????"
    expect contents "$(cd "$output" && echo ./*)" \
        './pulumi ./pulumi-language-java ./pulumi-language-nodejs ./pulumi-language-yaml ./pulumi-resource-kubernetes'
    rm "$output/pulumi"
    build --path
    expect output "$output" ''
    build
    expect builds "$(builds)" 6
}

cache_folder_can_be_chosen() {
    XDG_CACHE_HOME="$area/else where" build
    expect_match output "$output" "*engine: $area/else where/spillway/engine-*"
}

other_sums_or_another_go_build_anew() {
    build
    echo '// more' >>"$area/tools/engine/node/go.mod"
    build
    expect builds "$(builds)" 10
    FAKE_GO_VERSION=go1.27.0
    export FAKE_GO_VERSION
    build
    expect builds "$(builds)" 15
}

schema_gets_the_version_the_sdk_asks_for() {
    build
    expect schema "$(tr -d '\n' <"$FAKE_LOG.schema")" '{"version": "4.0.0",  "name": "kubernetes"}'
    expect "schema beside the module" "$(ls "$area"/tools/engine/*/schema.json 2>/dev/null)" ''
}

failing_build_keeps_what_was_built_before_it() {
    FAKE_BROKEN=pulumi-language-yaml
    export FAKE_BROKEN
    build
    expect status $status 2
    expect_match message "$errors" '*no such package
engine: pulumi-language-yaml could not be built, see above'
    expect contents "$(cd "$area"/.cache/spillway/engine-* && echo ./*)" './pulumi ./pulumi-language-java'
    unset FAKE_BROKEN
    build
    expect builds "$(builds)" 6
}

two_at_once_build_once() {
    FAKE_SECONDS=1
    export FAKE_SECONDS
    HOME=$area PATH=$area/bin:$path "$area/tools/engine/build.sh" >"$area/first" 2>&1 &
    sleep 0.5
    build
    wait
    expect status $status 0
    expect builds "$(builds)" 5
}

control_plane_is_built_once_into_a_folder_of_its_own() {
    WHAT=kube
    build
    expect status $status 0
    expect_match output "$output" '*kube: building kube-apiserver v1*[0-9] s*'
    expect builds "$(builds)" 7
    build
    expect_match output "$output" "kube: everything is in $area/.cache/spillway/kube-*"
    build --path
    expect contents "$(LC_ALL=C && export LC_ALL && cd "$output" && echo ./*)" \
        './etcd ./keda-crds ./kube-apiserver ./kube-controller-manager ./kube-scheduler ./kube-score ./kubeconform ./kwok'
    expect "what is executable" "$(cd "$output" && for name in *; do [ -d "$name" ] || [ -x "$name" ] || echo "$name"; done)" ''
    expect definitions "$(cat "$output"/keda-crds/*)" 'kind: CustomResourceDefinition'
    unset WHAT
}

no_go_is_one_line() {
    rm "$area/bin/go"
    build
    expect status $status 2
    expect message "$errors" 'engine: go: found none in PATH; to build the real engine Go 1.26 or newer is needed'
    build --path
    expect status $status 0
    expect output "$output$errors" ''
}

old_go_is_one_line() {
    for version in go1.25.9 go1.9.7 go1 'devel go1.25-abcdef Mon'; do
        FAKE_GO_VERSION=$version
        export FAKE_GO_VERSION
        build
        expect status $status 2
        expect_match message "$errors" 'engine: go: found version *; to build the real engine Go 1.26 or newer is needed'
        expect lines "$(grep -c . "$area/err")" 1
    done
    for version in go1.26 go1.26rc2 go1.30.1 go2.0 'devel go1.27-abcdef Mon'; do
        FAKE_GO_VERSION=$version
        build --path
        build
        expect "$version" $status 0
    done
}

all_claims() {
    sed -n 's/^\([a-z_]*\)() {$/\1/p' "$0" | sed -n '/^each_binary/,/^old_go/p'
}

# ---------------------------------------------------------------- here we go

# A PATH without the machine's own Go.
mkdir "$scratch/tools"
for tool in cat chmod cp cut date dirname grep head ls mkdir mv ps readlink rm rmdir sed sh sha256sum shasum sleep tail tr; do
    place=$(command -v $tool) && case $place in /*) ln -s "$place" "$scratch/tools/$tool" ;; esac
done
path=$scratch/tools

echo "building the engine"
for claim in $(all_claims); do
    broken=
    arrange
    $claim
    if [ -z "$broken" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "  $claim$broken"
    fi
done
echo "engine build: $passed passed, $failed failed"
[ $failed -eq 0 ]
