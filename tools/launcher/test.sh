#!/bin/sh
# Tests of ./spillway, and of what the Pulumi engine starts (mvn-program, mvn-provider, mvn-pack), with a stand-in for Maven and
# for the JDK, so that they take seconds:
#   tools/launcher/test.sh           with every shell found of dash, bash and busybox sh
#   tools/launcher/test.sh SHELL     with that one
#   tools/launcher/test.sh --real    one build with the real tools, of a copy of this project with a main class of its own

# shellcheck disable=SC2010,SC2012,SC2016,SC2030,SC2031 # names here are our own; dollars stay as they are
unset CDPATH JAVA_HOME SPILLWAY_JAVA_OPTS JAVA_TOOL_OPTIONS
root=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM HUP
system_path=$PATH
passed=0
failed=0

# ---------------------------------------------------------------- arrange

# A JDK of the given version that prints what it is asked to run.
fake_jdk() {
    mkdir -p "$1/bin"
    echo "JAVA_VERSION=\"$2\"" >"$1/release"
    cat >"$1/bin/java" <<'FAKE'
#!/bin/sh
for argument; do
    case $argument in
        -version) echo 'openjdk version "11.0.99" 2020-01-01' >&2; exit 0 ;;
        -XX:ArchiveClassesAtExit=*)
            echo training >>"$FAKE_LOG"
            [ -n "${FAKE_NO_ARCHIVE:-}" ] || echo archive >"${argument#*=}"
            echo 'output of the training run'
            sleep "${FAKE_TRAINING_SECONDS:-0}"
            exit 0
            ;;
        com.pulumi.bootstrap.internal.Main)
            echo discovery >>"$FAKE_LOG"
            [ -z "${FAKE_NO_PACKAGES:-}" ] || exit 1
            echo '[{"name":"fake"}]'
            exit 0
            ;;
    esac
done
echo "flags: $*" >>"$FAKE_LOG"
while :; do
    case $1 in
        dev.spillway.program.Main) pwd; break ;;
        dev.spillway.*) break ;;
        -cp) [ -f "$2" ] && [ -f "${2%/*}/lib/a.jar" ] || exit 99 ;;
    esac
    shift
done
shift
for argument; do printf '[%s]' "$argument"; done
echo
exit "${FAKE_EXIT:-0}"
FAKE
    cp "$1/bin/java" "$1/bin/javac"
    chmod +x "$1/bin/java" "$1/bin/javac"
}

fake_maven() {
    mkdir -p "$1"
    cat >"$1/mvn" <<'FAKE'
#!/bin/sh
if [ "$1" = -v ]; then
    printf '\033[1mApache Maven %s\033[m\n' "${FAKE_MAVEN_VERSION:-3.9.9}"
    exit 0
fi
case " $* " in
    *' -DskipTests '*) ;;
    *' -DmainArgs=packages '*) printf '[{"name":"asked"}]\n\033[0m'; exit 0 ;;
    *) printf '<%s>' "$@"; echo; exit "${FAKE_EXIT:-0}" ;;
esac
echo build >>"$FAKE_LOG"
libraries=yes
for argument; do
    case $argument in
        -Dbuild.dir=*) out=${argument#*=} ;;
        -Dmdep.skip=true) libraries=no ;;
    esac
done
mkdir -p "$out" || exit 1
echo half >"$out/spillway-0.jar"
echo '[INFO] Downloaded from x: y (50 MB at 9 MB/s)'
sleep "${FAKE_SECONDS:-0}"
if grep -q broken src/main/java/A.java; then
    seq 60 | sed 's/^/[ERROR] line /'
    exit 1
fi
if [ -n "${FAKE_EDIT:-}" ] && ! grep -q edited src/main/java/A.java; then echo edited >>src/main/java/A.java; fi
if [ $libraries = yes ]; then echo libraries >>"$FAKE_LOG"; mkdir -p "$out/lib"; echo a >"$out/lib/a.jar"; fi
cp src/main/java/A.java "$out/spillway-0.jar"
FAKE
    chmod +x "$1/mvn"
}

# A fresh project, Maven and JDK 17 for one test; $here is the project.
arrange() {
    area=$scratch/$((passed + failed))
    here="$area/a project"
    mkdir -p "$here/src/main/java" "$here/.mvn" "$area/bin"
    echo 'class A {}' >"$here/src/main/java/A.java"
    echo '<project/>' >"$here/pom.xml"
    mkdir -p "$here/tools" "$here/policies"
    cp "$root/spillway" "$here"
    cp -R "$root/tools/launcher" "$here/tools"
    cp "$root/policies/mvn-pack" "$here/policies"
    fake_jdk "$area/jdk" 17.0.1
    fake_maven "$area/bin"
    # A PATH without the machine's own java and mvn.
    for tool in awk basename cat cp dirname find grep head kill ls mkdir mv nice nohup ps readlink rm rmdir sed seq setsid sh \
        sha256sum shasum sleep sort stat tail tr ln env dash bash busybox; do
        place=$(PATH=$system_path command -v $tool) && case $place in /*) ln -s "$place" "$area/bin/$tool" ;; esac
    done
    ln -s ../jdk/bin/java "$area/bin/java"
    FAKE_LOG=$area/log
    : >"$FAKE_LOG"
    export FAKE_LOG
    unset FAKE_NO_PACKAGES FAKE_EXIT FAKE_SECONDS FAKE_MAVEN_VERSION FAKE_NO_ARCHIVE FAKE_EDIT FAKE_TRAINING_SECONDS
    # Those who want class data say so; nobody else leaves a process behind.
    SPILLWAY_NO_ARCHIVE=1
    export SPILLWAY_NO_ARCHIVE
}

# Runs the launcher; leaves $output, $errors and $status.
launch() {
    launch_as "$here/spillway" "$@"
}

launch_as() {
    PATH=$area/bin $shell "$@" >"$area/out" 2>"$area/err"
    status=$?
    output=$(cat "$area/out")
    errors=$(cat "$area/err")
}

# The three that the engine starts, by what it starts them for; leaves $launcher, $manifest and $main.
choose_launcher() {
    manifest=$here
    case $1 in
        program) launcher=$here/tools/launcher/mvn-program main=dev.spillway.program.Main ;;
        provider) launcher=$here/tools/launcher/mvn-provider main=dev.spillway.provider.ComponentProvider ;;
        pack) launcher=$here/policies/mvn-pack main=dev.spillway.pack.PackServer manifest=$here/policies ;;
    esac
}

# Calls them exactly as the engine's host for Java does: for a list in the manifest's folder, for a program too, and for a
# plugin in the program's, wherever that is.
host_asks_for_packages() {
    choose_launcher "$1"
    cd "$manifest" || exit 2
    launch_as "$launcher" -Dorg.slf4j.simpleLogger.logFile=System.err --no-transfer-progress compile exec:java \
        -DmainClass=com.pulumi.bootstrap.internal.Main -DmainArgs=packages
}

host_runs() {
    choose_launcher "$1"
    if [ "$1" = program ]; then
        cd "$manifest" || exit 2
        launch_as "$launcher" -Dorg.slf4j.simpleLogger.defaultLogLevel=warn --no-transfer-progress compile exec:java
        return
    fi
    cd "$area" || exit 2
    launch_as "$launcher" -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -Dorg.slf4j.simpleLogger.logFile=System.err \
        --no-transfer-progress compile exec:java -f "$manifest/pom.xml" "-Dexec.args=127.0.0.1:7${2:+ $2}"
}

with_class_data() {
    unset SPILLWAY_NO_ARCHIVE
}

# Waits until as many archives are there and every process that was left behind for them has ended.
await_archives() {
    await "$1 archives and no training" archives_are_there "$1"
}

archives_are_there() {
    [ "$(archives | grep -c .)" -ge "$1" ] || return
    # Without the folder that holds the scratch, which a machine may know by two names.
    case $(ps -A -o args=) in
        *"${here#"${scratch%/*}"}/tools/launcher/train.sh"*) return 1 ;;
    esac
}

archives() {
    find "$here/.spillway" -name '*.jsa' | sort
}

# Waits until the build under way has written half of its jar.
await_half_a_build() {
    await "half a build" half_a_build_is_there
}

half_a_build_is_there() {
    [ -n "$(find "$here/.spillway" -name '*.jar' 2>/dev/null)" ]
}

# await WHAT CLAIM... , for minutes: a machine may be busy, and only what hangs should take that long. The test goes on all the
# same, and says that it gave up.
await() {
    awaited=$1
    shift
    tries=0
    until "$@"; do
        tries=$((tries + 1))
        if [ $tries -gt 1200 ]; then
            broken="$broken
    gave up waiting for $awaited, there is: $(ls -R "$here/.spillway" 2>&1)"
            return
        fi
        sleep 0.1
    done
}

builds() {
    grep -c '^build$' "$FAKE_LOG"
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

expect_lines() {
    expect "$1" "$(printf '%s\n' "$2" | grep -c .)" "$3"
}

# ---------------------------------------------------------------- the claims

first_use_says_so_and_builds_once() {
    launch preview dev
    expect status $status 0
    expect output "$output" '[preview][dev]'
    expect_match message "$errors" 'spillway: first use, building (downloads about 150 MB*'
    expect_lines message "$errors" 1
    expect builds "$(builds)" 1
    expect leftovers "$(ls "$here/.spillway" | grep -c -e work -e lock)" 0
}

second_use_does_not_build_and_says_nothing() {
    launch a
    launch b
    expect output "$output" '[b]'
    expect message "$errors" ''
    expect builds "$(builds)" 1
}

class_data_is_made_after_the_first_run_and_used_by_the_next() {
    with_class_data
    launch a
    expect flags "$(grep -c SharedArchiveFile "$FAKE_LOG")" 0
    await_archives 1
    launch a
    expect_match flags "$(tail -n 1 "$FAKE_LOG")" "*-XX:SharedArchiveFile=$here/.spillway/build-*-cli.Main.jsa *"
    expect output "$output" '[a]'
    expect trainings "$(grep -c training "$FAKE_LOG")" 1
}

# Nobody's output waits for the process in the background, which would hold up the engine.
first_run_does_not_wait_for_the_training() {
    with_class_data
    FAKE_TRAINING_SECONDS=3
    export FAKE_TRAINING_SECONDS
    launch a
    expect output "$output" '[a]'
    expect archives "$(archives)" ''
    await_archives 1
    expect archives "$(archives | grep -c .)" 1
}

program_and_command_line_share_their_class_data() {
    with_class_data
    launch a
    await_archives 1
    host_runs program
    expect_match flags "$(tail -n 1 "$FAKE_LOG")" '*-cli.Main.jsa * dev.spillway.program.Main'
}

pack_and_provider_have_class_data_of_their_own() {
    with_class_data
    for kind in pack provider; do
        host_runs $kind
        await_archives 1
        host_runs $kind
        await_archives 1
        expect_match flags "$(tail -n 1 "$FAKE_LOG")" "*-${main#dev.spillway.}.jsa * $main 127.0.0.1:7"
        rm -f "$here"/.spillway/build-*/*.jsa
    done
    expect builds "$(builds)" 1
}

two_at_once_train_once() {
    with_class_data
    launch --version
    await_archives 1
    rm "$(archives)"
    FAKE_TRAINING_SECONDS=1
    export FAKE_TRAINING_SECONDS
    : >"$FAKE_LOG"
    PATH=$area/bin $shell "$here/spillway" first >/dev/null 2>&1 &
    launch second
    wait $!
    # The one that had to wait sees that nothing is left to do, and ends.
    await_archives 1
    expect trainings "$(grep -c training "$FAKE_LOG")" 1
    expect leftovers "$(find "$here/.spillway" -name '*.new' -o -name lock)" ''
}

failed_training_is_no_obstacle() {
    with_class_data
    FAKE_NO_ARCHIVE=yes
    export FAKE_NO_ARCHIVE
    launch a
    await_archives 1
    SPILLWAY_VERBOSE=1 launch a
    expect output "$output" '[a]'
    expect_match message "$errors" 'spillway: class data: none, it could not be written down for this JDK*'
    expect trainings "$(grep -c training "$FAKE_LOG")" 1
    expect flags "$(grep -c SharedArchiveFile "$FAKE_LOG")" 0
}

another_jdk_is_trained_anew_but_not_built_for() {
    with_class_data
    launch a
    await_archives 1
    fake_jdk "$area/jdk" 21.0.2
    launch a
    await_archives 2
    launch a
    expect builds "$(builds)" 1
    expect trainings "$(grep -c training "$FAKE_LOG")" 2
    expect archives "$(archives | grep -c .)" 2
    expect_match flags "$(tail -n 1 "$FAKE_LOG")" '*-XX:SharedArchiveFile=*'
}

# Class data is tied to paths, sizes and times, which the JVM checks: what does not fit would never be used.
moved_or_touched_jars_are_trained_anew() {
    with_class_data
    launch a
    await_archives 1
    touch -t 202001010000 "$here"/.spillway/lib-*/a.jar
    launch a
    await_archives 2
    mv "$here" "$area/moved"
    here=$area/moved
    launch a
    await_archives 3
    expect trainings "$(grep -c training "$FAKE_LOG")" 3
    expect builds "$(builds)" 1
}

verbose_tells_about_class_data() {
    SPILLWAY_VERBOSE=1 launch a
    expect_match first "$errors" '*class data: switched off by SPILLWAY_NO_ARCHIVE'
    with_class_data
    launch --verbose a
    expect output "$output" '[a]'
    expect_match message "$errors" "spillway: class data: none yet, it is written down after this run ($here/*-cli.Main.jsa)"
    await_archives 1
    launch --verbose a
    expect_match message "$errors" "spillway: class data: used ($here/*-cli.Main.jsa)"
    launch a
    expect message "$errors" ''
}

class_data_without_a_place_is_done_without() {
    launch a
    with_class_data
    build=$(echo "$here"/.spillway/build-*)
    # A folder cannot be made where a file is, whoever asks.
    mv "$build/spillway.jar" "$area"
    mv "$build/lib" "$area"
    SPILLWAY_VERBOSE=1 PATH=$area/bin project=$here $shell -c '
        launchers=$project/tools/launcher speaker=spillway
        . "$launchers/lock.sh"; . "$launchers/java.sh"; . "$launchers/archive.sh"
        find_java
        start_with_class_data "$1" "$1/spillway.jar/archives" dev.spillway.cli.Main a' - "$area" >"$area/out" 2>"$area/err"
    expect_match message "$(cat "$area/err")" "spillway: class data: none, $area/spillway.jar/archives cannot be written"
}

# A newborn child of bash runs its parent's traps on a signal: once the progress line's cleaned up what had just been built.
no_child_gets_a_signal_while_it_is_born() {
    echo 'kill() { echo "kill $*" >>"$FAKE_LOG"; command kill "$@"; }' >"$area/spy"
    BASH_ENV=$area/spy launch a
    expect output "$output" '[a]'
    expect signals "$(grep '^kill' "$FAKE_LOG" | grep -vc '^kill -0 ')" 0
}

touched_times_do_not_rebuild() {
    launch a
    touch "$here/src/main/java/A.java" "$here/pom.xml"
    launch a
    expect builds "$(builds)" 1
}

changed_content_rebuilds_and_keeps_the_libraries() {
    launch a
    echo '// more' >>"$here/src/main/java/A.java"
    launch a
    expect message "$errors" 'spillway: the sources have changed, building'
    expect builds "$(builds)" 2
    expect libraries "$(grep -c libraries "$FAKE_LOG")" 1
}

renamed_file_rebuilds() {
    launch a
    cp "$here/src/main/java/A.java" "$here/src/main/java/B.java"
    launch a
    expect builds "$(builds)" 2
}

changed_pom_fetches_libraries_anew() {
    launch a
    echo '<!-- more -->' >>"$here/pom.xml"
    launch a
    expect_match message "$errors" '*pom.xml have changed*'
    expect libraries "$(grep -c libraries "$FAKE_LOG")" 2
}

reverted_content_needs_no_build() {
    launch a
    cp "$here/src/main/java/A.java" "$area/A"
    echo '// more' >>"$here/src/main/java/A.java"
    launch a
    cp "$area/A" "$here/src/main/java/A.java"
    launch a
    expect message "$errors" ''
    expect builds "$(builds)" 2
}

three_builds_are_kept() {
    for content in 1 2 3 4 5; do
        echo "class A$content {}" >"$here/src/main/java/A.java"
        launch a
    done
    expect kept "$(ls -d "$here"/.spillway/build-* | grep -c .)" 3
    expect libraries "$(ls -d "$here"/.spillway/lib-* | grep -c .)" 1
    echo "class A3 {}" >"$here/src/main/java/A.java"
    launch a
    expect builds "$(builds)" 5
}

unused_libraries_go() {
    for content in 1 2 3 4; do
        echo "<project>$content</project>" >"$here/pom.xml"
        launch a
    done
    expect libraries "$(ls -d "$here"/.spillway/lib-* | grep -c .)" 3
}

sources_edited_during_the_build_are_built_again() {
    FAKE_EDIT=yes
    export FAKE_EDIT
    launch a
    expect_match message "$errors" '*changed during the build, building again*'
    expect content "$(cat "$here"/.spillway/build-*/spillway.jar | tail -n 1)" edited
    expect kept "$(ls -d "$here"/.spillway/build-* | grep -c .)" 1
}

works_through_a_symlink_from_anywhere() {
    ln -s "$here/spillway" "$area/one"
    mkdir "$area/sub dir"
    ln -s ../one "$area/sub dir/two"
    cd / || exit 2
    launch_as "$area/sub dir/two" x
    expect output "$output" '[x]'
    cd "$area/sub dir" || exit 2
    launch_as ./two y
    expect output "$output" '[y]'
    launch_as two z
    expect output "$output" '[z]'
    expect builds "$(builds)" 1
}

arguments_pass_untouched() {
    launch 'a b' '' '*' "it's" '"q"' '$HOME' '@file' '-version?' 'back\slash' '--x=a b' 'tab	s'
    expect output "$output" "[a b][][*][it's][\"q\"][\$HOME][@file][-version?][back\\slash][--x=a b][tab	s]"
    launch
    expect output "$output" ''
}

java_options_are_appended() {
    SPILLWAY_JAVA_OPTS='-Xmx1g -Dx=*' launch a
    expect_match flags "$(tail -n 1 "$FAKE_LOG")" '*-Xmx512m *-Xmx1g -Dx=\* -cp *'
}

exit_code_passes_through() {
    for code in 0 1 2 42; do
        FAKE_EXIT=$code
        export FAKE_EXIT
        launch a
        expect status $status $code
    done
}

two_at_once_build_once() {
    FAKE_SECONDS=2
    export FAKE_SECONDS
    PATH=$area/bin $shell "$here/spillway" first >"$area/first" 2>&1 &
    first=$!
    launch second
    wait $first
    expect status $? 0
    expect_match first "$(cat "$area/first")" '*[[]first]'
    expect second "$output" '[second]'
    expect builds "$(builds)" 1
}

killed_build_is_not_used_and_does_not_block() {
    FAKE_SECONDS=30
    export FAKE_SECONDS
    PATH=$area/bin $shell "$here/spillway" a >/dev/null 2>&1 &
    victim=$!
    await_half_a_build
    kill -9 $victim
    wait $victim 2>/dev/null
    FAKE_SECONDS=0
    launch a
    expect status $status 0
    expect output "$output" '[a]'
    expect content "$(cat "$here"/.spillway/build-*/spillway.jar)" 'class A {}'
    expect leftovers "$(ls "$here/.spillway" | grep -c -e work -e lock)" 0
}

# Seen once in a busy run: the kill that ends the progress line met its shell before that could take signals, and the
# launcher waited for it for ever. Here no TERM has any effect.
build_ends_although_the_progress_line_missed_its_signal() {
    trap '' TERM
    PATH=$area/bin $shell "$here/spillway" a >"$area/out" 2>/dev/null &
    victim=$!
    trap - TERM
    (sleep 30; kill -9 $victim) 2>/dev/null &
    watchdog=$!
    wait $victim
    expect status $? 0
    kill $watchdog 2>/dev/null
    expect output "$(cat "$area/out")" '[a]'
}

interrupted_build_cleans_up() {
    FAKE_SECONDS=30
    export FAKE_SECONDS
    PATH=$area/bin $shell "$here/spillway" a >/dev/null 2>&1 &
    victim=$!
    await_half_a_build
    kill -TERM $victim
    wait $victim 2>/dev/null
    expect status $? 143
    expect leftovers "$(ls "$here/.spillway")" ''
}

unsigned_lock_is_broken() {
    mkdir -p "$here/.spillway/lock"
    launch a
    expect output "$output" '[a]'
}

lock_of_a_dead_process_is_taken_over() {
    sh -c 'exit 0' &
    dead=$!
    wait $dead
    mkdir -p "$here/.spillway/lock"
    : >"$here/.spillway/lock/owner.$dead"
    launch a
    expect output "$output" '[a]'
    expect_lines message "$errors" 1
}

nobody_waits_for_a_lock_in_a_checkout_that_is_gone() {
    $shell -c '
        launchers=$1 builds=$2 speaker=spillway
        . "$launchers/lock.sh"
        take_lock' - "$here/tools/launcher" "$area/gone" 2>"$area/err"
    expect status $? 2
    expect message "$(cat "$area/err")" "spillway: $area/gone is gone, nothing can be built there"
}

old_jdk_is_one_line() {
    fake_jdk "$area/jdk11" 11.0.22
    JAVA_HOME=$area/jdk11 launch a
    expect status $status 2
    expect message "$errors" \
        "spillway: java: found version 11.0.22 in $area/jdk11 (JAVA_HOME); a JDK of version 17 or newer is needed"
    fake_jdk "$area/jdk" 1.8.0_402
    launch a
    expect status $status 2
    expect_match message "$errors" 'spillway: java: found version 1.8.0_402 in *'
    expect output "$output" ''
}

jdk_without_a_release_file_is_asked() {
    rm "$area/jdk/release"
    launch a
    expect status $status 2
    expect_match message "$errors" 'spillway: java: found version 11.0.99 in *'
}

no_java_is_one_line() {
    rm "$area/bin/java"
    launch a
    expect status $status 2
    expect message "$errors" \
        'spillway: java: found none in PATH and JAVA_HOME is not set; a JDK of version 17 or newer is needed'
    JAVA_HOME=$area/nowhere launch a
    expect status $status 2
    expect_match message "$errors" "spillway: java: JAVA_HOME is $area/nowhere, which holds no bin/java;*"
    expect_lines message "$errors" 1
}

runtime_without_compiler_is_one_line() {
    rm "$area/jdk/bin/javac"
    launch a
    expect status $status 2
    expect_match message "$errors" 'spillway: java: *holds no compiler (bin/javac)*'
    expect_lines message "$errors" 1
}

no_maven_is_one_line_and_only_when_building() {
    launch a
    rm "$area/bin/mvn"
    launch a
    expect status $status 0
    echo '// more' >>"$here/src/main/java/A.java"
    launch a
    expect status $status 2
    expect message "$errors" 'spillway: mvn: found none in PATH; to build Spillway Maven 3.8.7 or newer is needed'
}

old_maven_is_one_line() {
    for version in 3.8.6 3.6.3 2.2.1; do
        FAKE_MAVEN_VERSION=$version
        export FAKE_MAVEN_VERSION
        launch a
        expect status $status 2
        expect message "$errors" "spillway: mvn: found version $version; to build Spillway Maven 3.8.7 or newer is needed"
    done
    for version in 3.8.7 3.10.0 4.0.0-rc-4; do
        FAKE_MAVEN_VERSION=$version
        echo "// $version" >>"$here/src/main/java/A.java"
        launch a
        expect "$version" $status 0
    done
}

all_three_start_from_the_same_build() {
    launch preview dev
    for kind in program provider pack; do
        host_runs $kind
        expect "$kind: status" $status 0
        expect "$kind: errors" "$errors" ''
        expect_match "$kind: main class" "$(tail -n 1 "$FAKE_LOG")" "*spillway.jar $main*"
        [ $kind = program ] || expect "$kind: output" "$output" '[127.0.0.1:7]'
    done
    expect builds "$(builds)" 1
}

what_is_not_built_is_built_first() {
    for kind in program provider pack; do
        rm -rf "$here/.spillway"
        host_runs $kind
        expect "$kind: status" $status 0
        expect_match "$kind: errors" "$errors" 'spillway: first use, building*'
        [ $kind = program ] || expect "$kind: output" "$output" '[127.0.0.1:7]'
    done
    expect builds "$(builds)" 3
}

program_runs_in_its_own_folder() {
    host_runs program
    expect output "$output" "$here"
    echo '// more' >>"$here/src/main/java/A.java"
    FAKE_EXIT=42
    export FAKE_EXIT
    host_runs program
    expect status $status 42
    expect builds "$(builds)" 2
}

plugin_gets_every_word_that_the_host_passes_on() {
    host_runs pack '--logflow -v=9 *'
    expect output "$output" '[127.0.0.1:7][--logflow][-v=9][*]'
}

packages_are_listed_once_with_the_build() {
    launch a
    for kind in program provider pack; do
        host_asks_for_packages $kind
        expect "$kind: status" $status 0
        expect "$kind: output" "$output" '[{"name":"fake"}]'
        expect "$kind: message" "$errors" ''
    done
    expect discoveries "$(grep -c discovery "$FAKE_LOG")" 1
    SPILLWAY_NO_CACHED_DISCOVERY=1 host_asks_for_packages program
    expect output "$output" '[{"name":"fake"}]'
    expect discoveries "$(grep -c discovery "$FAKE_LOG")" 2
    expect builds "$(builds)" 1
}

packages_are_all_that_an_unbuilt_project_prints() {
    for kind in program provider pack; do
        rm -rf "$here/.spillway"
        host_asks_for_packages $kind
        expect "$kind: status" $status 0
        expect "$kind: output" "$output" '[{"name":"fake"}]'
        expect_match "$kind: message" "$errors" 'spillway: first use, building*'
    done
}

packages_that_could_not_be_listed_are_asked_for() {
    FAKE_NO_PACKAGES=yes
    export FAKE_NO_PACKAGES
    launch a
    unset FAKE_NO_PACKAGES
    host_asks_for_packages program
    expect output "$output" '[{"name":"fake"}]'
}

other_goals_are_mavens() {
    for kind in program provider pack; do
        choose_launcher $kind
        for goals in compile dependency:tree 'compile exec:java -DmainClass=a.Main' 'exec:java -Dexec.mainClass=a.Main' -v; do
            # shellcheck disable=SC2086 # words are wanted
            launch_as "$launcher" --no-transfer-progress $goals '-DoutputFile=a b'
            expect "$kind" "$output" \
                "<-f><$here/pom.xml><--no-transfer-progress><$(echo "$goals" | sed 's/ /></g')><-DoutputFile=a b>"
        done
    done
    expect builds "$(builds)" 0
}

# The host asks a program for its dependencies with this, and installs a plugin with the next.
a_program_is_no_plugin_and_a_plugin_no_program() {
    cd "$here" || exit 2
    launch_as tools/launcher/mvn-program compile exec:java -f pom.xml -Dexec.args=127.0.0.1:1
    expect program "$output" "<-f><$here/pom.xml><compile><exec:java><-f><pom.xml><-Dexec.args=127.0.0.1:1>"
    launch_as policies/mvn-pack compile exec:java
    expect plugin "$output" "<-f><$here/pom.xml><compile><exec:java>"
}

what_cannot_be_built_is_left_to_maven() {
    echo "in the way" >"$here/.spillway"
    for kind in program provider pack; do
        host_runs $kind
        if [ $kind = program ]; then told=; else told='<-DmainArgs=127.0.0.1:7>'; fi
        expect "$kind: output" "$output" "<-Dorg.slf4j.simpleLogger.defaultLogLevel=warn>\
<-Dorg.slf4j.simpleLogger.logFile=System.err><--no-transfer-progress><-f><$here/pom.xml><-Dfast><compile><exec:java>\
<-DmainClass=$main>$told"
        expect_match "$kind: message" "$errors" '*spillway: nothing can be built here, leaving it to Maven'
        host_asks_for_packages $kind
        expect "$kind: packages" "$output" '[{"name":"asked"}]'
    done
    FAKE_EXIT=3
    export FAKE_EXIT
    host_runs program
    expect status $status 3
}

failing_build_shows_its_last_lines() {
    echo broken >"$here/src/main/java/A.java"
    launch a
    expect status $status 2
    expect output "$output" ''
    expect_lines message "$errors" 42
    expect_match message "$errors" '*line 60
spillway: the build failed, see above'
    expect leftovers "$(ls "$here/.spillway")" ''
    echo 'class A {}' >"$here/src/main/java/A.java"
    launch a
    expect output "$output" '[a]'
}

all_claims() {
    sed -n 's/^\([a-z_]*\)() {$/\1/p' "$0" | sed -n '/^first_use/,/^failing_build/p'
}

run_claims() {
    echo "launcher under $shell"
    for claim in $(all_claims); do
        broken=
        arrange
        $claim
        cd "$root" || exit 2
        if [ -z "$broken" ]; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "  $claim$broken"
        fi
    done
}

# ---------------------------------------------------------------- once with the real tools

# The packages of a list, one in a line, in an order that no class path decides.
sorted() {
    echo "$1" | tr '{' '\n' | sed 's/[]},]*$//' | sort
}

# Each called as the engine's language host calls it, and the libraries asked themselves.
lists_of_packages_are_what_the_libraries_say() {
    set -- -Dorg.slf4j.simpleLogger.logFile=System.err --no-transfer-progress compile exec:java \
        -DmainClass=com.pulumi.bootstrap.internal.Main -DmainArgs=packages
    build=$(echo "$here"/.spillway/build-*)
    found=$(sorted "$(java -cp "$build/spillway.jar" com.pulumi.bootstrap.internal.Main packages 2>"$scratch/err")")
    expect_match found "$found" '*"azure-native"*'
    for launcher in tools/launcher/mvn-program tools/launcher/mvn-provider policies/mvn-pack; do
        listed=$(cd "$here" && $launcher "$@" 2>"$scratch/err")
        expect "$launcher: list" "$listed" "$(cat "$build/packages.json")"
        expect "$launcher: packages" "$(sorted "$listed")" "$found"
    done
    cd "$here" || exit 2
    mv .spillway aside && echo "in the way" >.spillway
    expect "packages by Maven" "$(sorted "$(tools/launcher/mvn-program "$@" 2>"$scratch/err")")" "$found"
    rm .spillway && mv aside .spillway
    cd "$root" || exit 2
}

real_build_runs_from_its_class_data_archive() {
    # JDK 17 keeps no class from a path with a blank in an archive, so this path has none.
    here=$scratch/project
    mkdir -p "$here/src/main/java/dev/spillway/cli"
    mkdir "$here/tools" "$here/policies"
    cp -R "$root/pom.xml" "$root/.mvn" "$root/spillway" "$here"
    cp -R "$root/tools/launcher" "$here/tools"
    cp "$root/policies/mvn-pack" "$here/policies"
    cat >"$here/src/main/java/dev/spillway/cli/Main.java" <<'JAVA'
package dev.spillway.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

final class Main {
    public static void main(String[] arguments) throws Exception {
        System.out.println(new ObjectMapper().writeValueAsString(List.of(arguments)));
        System.exit(arguments.length > 2 ? 3 : 0);
    }
}
JAVA
    output=$("$here/spillway" 'a b' '' '*' 2>"$scratch/err")
    expect status $? 3
    expect output "$output" '["a b","","*"]'
    expect_match message "$(cat "$scratch/err")" 'spillway: first use, building*'
    await_archives 1
    output=$(SPILLWAY_JAVA_OPTS=-Xlog:class+load:stdout "$here/spillway" x)
    expect classes "$(echo "$output" | grep -c 'databind.ObjectMapper source: shared objects file (top)')" 1
    expect_match verbose "$("$here/spillway" --verbose 2>&1)" 'spillway: class data: used (*'
    lists_of_packages_are_what_the_libraries_say
    mv "$here" "$scratch/a moved project"
    output=$(SPILLWAY_NO_ARCHIVE=1 "$scratch/a moved project/spillway" 2>&1)
    expect moved "$output" '[]'
    if [ -z "$broken" ]; then passed=1; else
        failed=1
        cat "$scratch/err"
        echo "  real_build_runs_from_its_class_data_archive$broken"
    fi
}

# ---------------------------------------------------------------- here we go

if [ "${1:-}" = --real ]; then
    broken=
    echo "launcher with the real tools"
    real_build_runs_from_its_class_data_archive
elif [ $# -gt 0 ]; then
    shell=$*
    run_claims
else
    # They mostly wait, so they may as well wait together.
    for shell in dash bash busybox; do
        command -v $shell >/dev/null || continue
        if [ $shell = busybox ]; then set -- busybox sh; else set -- $shell; fi
        "$0" "$@" >"$scratch/under-$shell" &
    done
    wait
    # A machine with none of them still has the shell that runs this.
    [ -n "$(ls "$scratch")" ] || "$0" sh >"$scratch/under-sh"
    for report in "$scratch"/under-*; do
        sed '$d' "$report"
        counts=$(sed -n '$s/^launcher: \([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$report")
        counts=${counts:-0 1}
        passed=$((passed + ${counts%% *}))
        failed=$((failed + ${counts##* }))
    done
fi
echo "launcher: $passed passed, $failed failed"
[ $failed -eq 0 ]
