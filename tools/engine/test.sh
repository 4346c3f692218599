#!/bin/sh
# A preview, an update and a second update of a stack by the real engine, with the program started by our launcher, in a
# folder that is thrown away. No account, no cluster, no network: Azure is a stand-in, and the Kubernetes provider writes
# its manifests to files. Needs `make engine`.
#
#   tools/engine/test.sh               what is expected of them
#   tools/engine/test.sh --time RUNS   seconds of a preview, through the launcher and through Maven, medians

unset CDPATH
root=$(cd -P "$(dirname "$0")/../.." && pwd) || exit 2
engine=$("$root/tools/engine/build.sh" --path)
[ -n "$engine" ] || {
    echo "engine: not built, \`make engine\` does it" >&2
    exit 2
}
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM HUP
passed=0
failed=0

# ---------------------------------------------------------------- arrange

# The build that the launcher runs; the stand-in is compiled against its libraries.
"$root/tools/launcher/mvn-program" compile exec:java -DmainClass=com.pulumi.bootstrap.internal.Main -DmainArgs=packages \
    >"$scratch/packages" || exit 2
# shellcheck disable=SC2012 # our own names
build=$(ls -td "$root"/.spillway/build-*/used | head -n 1)
build=${build%/used}

# Azure is played by the stand-in of the tests, whose cloud is a file here.
[ -f "$root/target/standin.classpath" ] || (cd "$root" && mvn -B -q -ntp test-compile) || exit 2
mkdir -p "$scratch/bin" "$scratch/home" "$scratch/state"
SPILLWAY_STAND_IN=1
SPILLWAY_STAND_IN_CLOUD=$scratch/cloud.json
export SPILLWAY_STAND_IN SPILLWAY_STAND_IN_CLOUD
ln -s "$engine/pulumi-resource-kubernetes" "$scratch/bin"

# The program's folder: the tracked manifests, and the launcher where they name it. Where plugins are is a matter of this
# folder alone.
work=$scratch/work
mkdir "$work"
cp -R "$root/Pulumi.yaml" "$root/Pulumi.dev.yaml" "$root/stacks" "$work"
ln -s "$root/tools" "$work/tools"
cat >>"$work/Pulumi.yaml" <<PLUGINS
plugins:
  providers:
    - { name: azure-native, path: "$root/tools/standin" }
    - { name: kubernetes, path: ../bin }
PLUGINS
printf '  kubernetes:renderYamlToDirectory: manifests\n' >>"$work/Pulumi.dev.yaml"

unset PULUMI_ACCESS_TOKEN PULUMI_STACK PULUMI_DEBUG_COMMANDS
PATH=$engine:$PATH
PULUMI_HOME=$scratch/home
PULUMI_BACKEND_URL=file://$scratch/state
PULUMI_CONFIG_PASSPHRASE="test"
PULUMI_SKIP_UPDATE_CHECK=true
PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION=true
PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS=1
NO_COLOR=1
export PATH PULUMI_HOME PULUMI_BACKEND_URL PULUMI_CONFIG_PASSPHRASE PULUMI_SKIP_UPDATE_CHECK NO_COLOR
export PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS

# Runs the engine in the program's folder; leaves $output and $status.
pulumi() {
    output=$(cd "$work" && command pulumi --non-interactive "$@" 2>&1 </dev/null)
    status=$?
}

# Makes $work a copy of the whole project in which the launcher finds no place for a build.
cannot_build() {
    with_sources "$scratch/unbuilt"
    rm "$work/tools"
    mkdir "$work/tools"
    cp -R "$root/tools/launcher" "$work/tools"
    echo "in the way" >"$work/.spillway"
}

# Makes $work a copy of itself, with what Maven builds the program from.
with_sources() {
    mkdir "$1"
    cp -R "$work/." "$1"
    work=$1
    cp -R "$root/pom.xml" "$root/.mvn" "$root/src" "$work"
}

# ---------------------------------------------------------------- assert

# claim NAME CONDITION...
claim() {
    name=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
        return
    fi
    failed=$((failed + 1))
    echo "  $name"
    echo "$output" | grep -i -e error -e warning | sed 's/^/    /'
    echo "$output" | tail -n 10 | sed 's/^/    /'
}

succeeded() {
    [ "$status" -eq 0 ]
}

refused() {
    [ "$status" -ne 0 ]
}

said() {
    printf '%s\n' "$output" | grep -q "$1"
}

was_silent_about() {
    ! said "$1"
}

is_untouched() {
    ! grep -l -e encryptionsalt -e '^plugins:' "$root"/Pulumi*.yaml
}

rendered() {
    ls "$work"/manifests/*/*"$1"* >/dev/null 2>&1
}

# ---------------------------------------------------------------- the claims

expectations() {
    pulumi version
    claim "the version of the command line is set" said '^v3\.254\.0$'
    pulumi stack init dev
    claim "a stack can be made" succeeded
    pulumi preview -s dev
    claim "preview succeeds" succeeded
    claim "preview shows Azure" said 'azure-native:eventhub:Namespace'
    claim "preview shows Kubernetes" said 'kubernetes:apps/v1:Deployment'
    claim "preview warns of nothing" was_silent_about '[wW]arning'
    pulumi up -s dev --yes --skip-preview
    claim "update succeeds" succeeded
    claim "manifests are rendered" rendered deployment
    pulumi preview -s dev --expect-no-changes
    claim "an update leaves nothing to do" succeeded
    pulumi preview -s dev --policy-pack "$root/policies"
    claim "the policy pack lets a clean stack pass" succeeded
    claim "the policy pack tells the loss" said '0 of 2,253,600'
    pulumi stack init incident
    pulumi config set -s incident stackFile stacks/incident/stack.yaml
    pulumi preview -s incident --policy-pack "$root/policies"
    claim "the policy pack stops the incident at preview" refused
    claim "it names the retry window" said 'CX-007-retry-covers-shortfall'
    claim "it tells how many events would be lost" said '22,400'
    cannot_build
    pulumi preview -s dev --expect-no-changes
    claim "where nothing can be built, Maven starts the same program" succeeded
    claim "no tracked manifest holds plugins or a salt" is_untouched
}

# ---------------------------------------------------------------- how long

median() {
    sort -n | awk '{ row[NR] = $1 } END { printf "%.2f s (%.2f to %.2f)", row[int((NR + 1) / 2)], row[1], row[NR] }'
}

# Seconds of one preview.
seconds() {
    began=$(date +%s.%N)
    pulumi preview -s dev
    ended=$(date +%s.%N)
    succeeded || {
        echo "$output" >&2
        exit 1
    }
    echo "$began $ended" | awk '{ print $2 - $1 }'
}

measure() {
    pulumi stack init dev
    launched=$work
    with_sources "$scratch/maven"
    maven=$work
    sed -i.old -e '/^  options:/d' -e '/use-executor/d' "$maven/Pulumi.yaml"
    : >"$scratch/launcher.s"
    : >"$scratch/maven.s"
    for run in $(seq 0 "$1"); do
        work=$launched
        seconds >"$scratch/one"
        [ "$run" -eq 0 ] || cat "$scratch/one" >>"$scratch/launcher.s"
        work=$maven
        seconds >"$scratch/one"
        [ "$run" -eq 0 ] || cat "$scratch/one" >>"$scratch/maven.s"
    done
    echo "pulumi preview -s dev, $1 runs each, after one that does not count"
    echo "  through the launcher  $(median <"$scratch/launcher.s")"
    echo "  through Maven         $(median <"$scratch/maven.s")"
}

# ---------------------------------------------------------------- here we go

if [ "${1:-}" = --time ]; then
    measure "${2:-5}"
    exit 0
fi
echo "real engine, Azure played by a stand-in"
expectations
echo "engine: $passed passed, $failed failed"
[ $failed -eq 0 ]
