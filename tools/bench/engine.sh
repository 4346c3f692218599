#!/bin/sh
# Seconds of `pulumi preview` by the real engine, with the program started by our launcher and by Maven, medians, in a folder
# that is thrown away. No account, no cluster, no network: Azure is a stand-in, and the Kubernetes provider writes its
# manifests to files. Needs `make engine`. What the engine is expected to do is in src/test/java/dev/spillway/engine.
#
#   tools/bench/engine.sh [RUNS]

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

# Makes $work a copy of itself, with what Maven builds the program from.
with_sources() {
    mkdir "$1"
    cp -R "$work/." "$1"
    work=$1
    cp -R "$root/pom.xml" "$root/.mvn" "$root/src" "$work"
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
    [ "$status" -eq 0 ] || {
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

measure "${1:-5}"
