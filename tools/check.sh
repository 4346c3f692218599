#!/bin/sh
# What `make check` runs: every group of tests for which the tools are here; a line for each group that is not run.
# Groups run side by side in lanes, each with an output and counters of its own. What measures time waits more than it
# works; the others give way to it.
# With CI=true nothing may be skipped, and the working tree must be as it was.

unset CDPATH
cd "$(dirname "$0")/.." || exit 2
passed=0
failed=0
skips=0
scratch=$(mktemp -d) || exit 2
groups=
trap 'rm -rf "$scratch"' EXIT
trap 'for group in $groups; do kill "$group" 2>/dev/null; done; exit 130' INT TERM HUP

start() {
    echo "== $1"
}

# skip GROUP REASON
skip() {
    skips=$((skips + 1))
    echo "skipped: $1: $2"
}

# fail WHAT, for what no test counted
fail() {
    failed=$((failed + 1))
    echo "FAILED: $1"
}

has() {
    command -v "$1" >/dev/null 2>&1
}

# Adds up "N passed, M failed" from the last line of a file.
add() {
    tail -n 1 "$1" | sed -n 's/^.*[^0-9]\([0-9][0-9]*\) passed, \([0-9]*\) failed.*/\1 \2/p' | {
        read -r more worse || exit 1
        echo "$((passed + more)) $((failed + worse))"
    } >"$scratch/sum" || return 1
    read -r passed failed <"$scratch/sum"
}

# ---------------------------------------------------------------- Java

# Sums an attribute over the test suites that ran, by their reports below target.
suites() {
    cat "target/$2"/TEST-*.xml 2>/dev/null | tr '\n' ' ' | sed 's/<testsuite /\n&/g' |
        sed -n "s/^<testsuite [^>]* $1=\"\([0-9]*\)\".*/\1/p" | awk '{ sum += $1 } END { print sum + 0 }'
}

has_maven() {
    has javac && has mvn
}

# For the tests of every lane, without what judges the code: that has a folder of its own, and is not waited for.
compile() {
    has_maven || return 0
    start "Java: compiler"
    mvn -B -q -ntp -P-lint test-compile
}

check_lint() {
    has_maven || { skip "Java, read by its checkers" "no javac or no mvn in PATH"; return; }
    start "Java: Error Prone, NullAway, forbidden calls, format"
    if mvn -B -q -ntp -Dbuild.dir=target/lint -DskipTests -Dmdep.skip verify; then
        passed=$((passed + 1))
    else
        fail "the checkers of the code"
    fi
}

check_java() {
    has_maven || { skip Java "no javac or no mvn in PATH"; return; }
    tools/clients/install.sh >"$scratch/clients" 2>&1 || cat "$scratch/clients"
    start "Java: tests"
    java_tests surefire-reports -P-lint test -Djacoco.skip
}

# java_tests REPORTS MAVEN-ARGUMENT... , and adds up what they found
java_tests() {
    reports=$1
    shift
    rm -rf "target/$reports"
    mvn -B -q -ntp "-Dreports=$reports" "$@"
    status=$?
    bad=$(($(suites failures "$reports") + $(suites errors "$reports")))
    ignored=$(suites skipped "$reports")
    passed=$((passed + $(suites tests "$reports") - bad - ignored))
    failed=$((failed + bad))
    if [ $status -ne 0 ] && [ $bad -eq 0 ]; then fail "mvn $*"; fi
    if [ "$(suites tests "$reports")" -eq 0 ]; then fail "mvn $* has run no test"; fi
    if [ "$ignored" -gt 0 ]; then skip "$ignored Java tests" "they found something missing on this machine"; fi
}

# ---------------------------------------------------------------- the real clients

# Three minutes, most of them waiting.
check_clients() {
    has_maven || { skip "the real clients" "no javac or no mvn in PATH"; return; }
    start "The real clients: the example programs, and the loss of the incident at a fifth of its size"
    java_tests client-reports surefire:test -DforkCount=1 -Dgroups=client -DexcludedGroups=none
}

# ---------------------------------------------------------------- the launcher

check_launcher() {
    start "Launcher"
    tools/launcher/test.sh >"$scratch/launcher"
    status=$?
    cat "$scratch/launcher"
    add "$scratch/launcher" || fail "tools/launcher/test.sh, exit code $status"
    if has java && has mvn; then
        tools/launcher/test.sh --real >"$scratch/real"
        status=$?
        cat "$scratch/real"
        add "$scratch/real" || fail "tools/launcher/test.sh --real, exit code $status"
    else
        skip "launcher with the real tools" "no java or no mvn in PATH"
    fi
}

# ---------------------------------------------------------------- the real engine

check_engine() {
    start "Building the real engine"
    tools/engine/build-test.sh >"$scratch/engine-build"
    status=$?
    cat "$scratch/engine-build"
    add "$scratch/engine-build" || fail "tools/engine/build-test.sh, exit code $status"
    if [ -z "$(tools/engine/build.sh --path)" ]; then
        skip "real engine" "its tools are not built, \`make engine\` does it"
        return
    fi
    has_maven || { skip "real engine" "no javac or no mvn in PATH"; return; }
    start "Real engine"
    # The engine starts what the launcher builds from the same sources.
    java_tests engine-reports surefire:test -Dgroups=engine -DexcludedGroups=none
}

# ---------------------------------------------------------------- the real Kubernetes

check_kube() {
    if [ -z "$(tools/kube/build.sh --path)" ] || [ -z "$(tools/engine/build.sh --path)" ]; then
        skip "real Kubernetes" "its tools are not built, \`make engine\` does it"
        return
    fi
    has_maven || { skip "real Kubernetes" "no javac or no mvn in PATH"; return; }
    if ! tools/kube/checkov.sh >"$scratch/checkov" 2>&1; then
        tail -n 5 "$scratch/checkov"
        skip "real Kubernetes" "tools/kube/requirements.txt could not be installed"
        return
    fi
    start "Real Kubernetes control plane"
    java_tests kube-reports surefire:test -DforkCount=1 -Dgroups=kube -DexcludedGroups=soak
}

# ---------------------------------------------------------------- Azure's schemas

# Sets $python to one that has the pinned packages, kept in a per-user cache.
find_python() {
    key=$( (python3 -V && cat tools/arm/requirements.txt) | cksum | tr ' ' -)
    venv=${XDG_CACHE_HOME:-$HOME/.cache}/spillway/venv-$key
    python=$venv/bin/python
    if [ -x "$python" ]; then return; fi
    mkdir -p "${venv%/*}" || return 1
    rm -rf "$venv.$$"
    if python3 -m venv "$venv.$$" && "$venv.$$/bin/python" -m pip install -q -r tools/arm/requirements.txt; then
        mv "$venv.$$" "$venv" 2>/dev/null
    fi >"$scratch/venv" 2>&1
    rm -rf "$venv.$$"
    if [ -x "$python" ]; then return; fi
    tail -n 5 "$scratch/venv"
    return 1
}

check_azure() {
    has python3 || { skip "Azure schemas" "no python3 in PATH"; return; }
    find_python || { skip "Azure schemas" "tools/arm/requirements.txt could not be installed"; return; }
    start "Azure schemas"
    PYTHONDONTWRITEBYTECODE=1 "$python" - >"$scratch/arm" <<'PYTHON'
import sys
import unittest

sys.path.insert(0, "tools/arm")
result = unittest.TextTestRunner(stream=sys.stdout, verbosity=0).run(unittest.defaultTestLoader.loadTestsFromName("test_validate"))
bad = len(result.failures) + len(result.errors)
print(f"Azure schemas: {result.testsRun - bad} passed, {bad} failed")
PYTHON
    status=$?
    cat "$scratch/arm"
    add "$scratch/arm" || fail "tools/arm/test_validate.py, exit code $status"
    plans=0
    for plan in stacks/*/plan.approved.json src/test/resources/monitoring/*.approved.json \
        src/test/resources/loadtest/azure-load-testing.json; do
        [ -f "$plan" ] || continue
        plans=$((plans + 1))
        echo "$plan"
        if PYTHONDONTWRITEBYTECODE=1 "$python" tools/arm/validate.py --at-least 1 --strict "$plan"; then
            passed=$((passed + 1))
        else
            fail "$plan does not fit Azure's schemas"
        fi
    done
    if [ $plans -eq 0 ]; then echo "no stacks/*/plan.approved.json yet, nothing to validate"; fi
}

# ---------------------------------------------------------------- JMeter

check_jmeter() {
    has_maven || { skip "JMeter" "no javac or no mvn in PATH"; return; }
    if ! tools/jmeter/build.sh >"$scratch/jmeter" 2>&1; then
        tail -n 5 "$scratch/jmeter"
        skip "JMeter" "it could not be had from the Maven registry"
        return
    fi
    start "JMeter runs the load tests against an endpoint on loopback"
    java_tests jmeter-reports surefire:test -DforkCount=1 -Dgroups=jmeter -DexcludedGroups=none
}

# ---------------------------------------------------------------- Microsoft's query language

check_queries() {
    has node && has npm || { skip "queries" "no node or no npm in PATH"; return; }
    start "Queries, read by Microsoft's parser"
    for arguments in --self-test ""; do
        # shellcheck disable=SC2086 # nothing at all is wanted where there is no argument
        tools/kql/check.sh $arguments >"$scratch/kql"
        status=$?
        cat "$scratch/kql"
        add "$scratch/kql" || fail "tools/kql/check.sh $arguments, exit code $status"
    done
}

# ---------------------------------------------------------------- here we go

# begin NICE GROUP... runs groups one after the other, beside what goes on; the lane is called after the first
begin() {
    nice=$1
    shift
    mkdir "$scratch/$1"
    # shellcheck disable=SC2030,SC2031 # each has its own, and `finish` reads what came of them
    (
        # Of this lane, and of all that it starts.
        renice -n "$nice" -p "$(exec sh -c 'echo $PPID')" >/dev/null 2>&1
        scratch=$scratch/$1
        passed=0
        failed=0
        skips=0
        for group; do
            "check_$group"
            echo "-- $group ended after $(($(date +%s) - began)) s"
        done
        echo "$passed $failed $skips" >"$scratch/counts"
    ) >"$scratch/$1/output" 2>&1 &
    groups="$groups $!"
    eval "began_$1=$!"
}

# finish GROUP waits for what began with it, shows it and counts it
finish() {
    eval "wait \$began_$1"
    cat "$scratch/$1/output"
    if ! read -r more worse missing <"$scratch/$1/counts"; then
        fail "the group $1 broke off"
        return
    fi
    passed=$((passed + more))
    failed=$((failed + worse))
    skips=$((skips + missing))
}

began=$(date +%s)
begin 10 lint launcher azure queries
if compile; then
    begin 0 clients jmeter kube
    begin 10 java engine
    finish clients
    finish java
else
    fail "the compiler"
fi
finish lint
if [ "${CI:-}" = true ]; then
    if [ $skips -gt 0 ]; then fail "in CI nothing may be skipped"; fi
    changes=$(git status --porcelain)
    if [ -n "$changes" ]; then
        echo "$changes"
        fail "the tests changed the working tree"
    fi
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
