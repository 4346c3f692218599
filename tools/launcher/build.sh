# To be sourced, by ./spillway and by what the Pulumi engine starts, with $project set. Finds the JDK, and builds Spillway
# when the content of its sources is one that has not been built yet.
#
#   .spillway/build-<hash of the sources>/   spillway.jar, lib -> the folder below, what archive.sh keeps,
#                                            packages.json: the providers that the program needs
#   .spillway/lib-<hash of the pom>/         the dependencies, shared by all builds of the same pom
#   .spillway/work-<pid>/                    a build under way; nothing ever runs from here
#   .spillway/lock/owner.<pid>               who is building

# shellcheck disable=SC2154 # the caller has set $project, java.sh what is about the JDK

KEPT_BUILDS=3

speaker=spillway
launchers=$project/tools/launcher
. "$launchers/lock.sh"
. "$launchers/java.sh"
. "$launchers/archive.sh"
builds=$project/.spillway

# ---------------------------------------------------------------- what is built

# Lines "hash  name" for the files below the given names, in an order that no file system decides.
sums() {
    cd "$project" || exit 2
    # shellcheck disable=SC2086 # with macOS's tool it is three words
    find -L "$@" -type f -exec $sha256 {} + 2>/dev/null | LC_ALL=C sort
}

# Prints one hash over the names and bytes of the files below the given names.
hash_of() {
    sum=$(sums "$@" | $sha256)
    printf %.24s "$sum"
}

# Sets $build to where the sources' present content belongs.
locate() {
    key=$(hash_of src/main pom.xml .mvn)
    build=$builds/build-$key
}

is_ready() {
    [ -f "$build/spillway.jar" ]
}

# ---------------------------------------------------------------- building

# Leaves nothing behind, however the build ends (what kill -9 leaves, the next build removes).
clean_up() {
    if [ -n "${maven:-}" ]; then kill "$maven" 2>/dev/null; fi
    end_line
    rm -rf "$work"
    give_back_lock
}

check_maven() {
    [ -x "$java_home/bin/javac" ] ||
        fail "java: $java_home holds no compiler (bin/javac); to build Spillway a whole JDK of version 17 or newer is needed"
    command -v mvn >/dev/null || fail "mvn: found none in PATH; to build Spillway Maven 3.8.7 or newer is needed"
    maven_version=$(mvn -v 2>/dev/null </dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p')
    # shellcheck disable=SC2046 # three words are wanted
    set -- $(echo "${maven_version:-0}" | tr . ' ') 0 0
    [ $(($1 * 1000000 + $2 * 1000 + $3)) -ge 3008007 ] ||
        fail "mvn: found version ${maven_version:-unknown}; to build Spillway Maven 3.8.7 or newer is needed"
}

is_terminal() {
    [ -t 2 ] && [ "${TERM:-dumb}" != dumb ]
}

end_line() {
    if is_terminal; then printf '\r\033[K' >&2; fi
}

# Whole megabytes that Maven's log says were fetched.
megabytes() {
    awk '/Downloaded from/ && match($0, /\([0-9.]+ [kMG]?B at/) {
            split(substr($0, RSTART + 1, RLENGTH), size, " ")
            unit = size[2]
            bytes += size[1] * (unit == "GB" ? 1e9 : unit == "MB" ? 1e6 : unit == "kB" ? 1e3 : 1)
        }
        END { printf "%d", bytes / 1e6 }' "$work/build.log" 2>/dev/null
}

# Shows that something is happening, as long as the launcher lives and its build runs. A file tells it to end and no signal:
# a shell between its fork and its first command may lose one, and bash runs its parent's traps on it, which clean up.
tick() {
    seconds=0
    while sleep 1 2>/dev/null >&2 && [ -f "$work/running" ] && kill -0 $$ 2>/dev/null; do
        seconds=$((seconds + 1))
        if is_terminal; then
            printf '\r\033[Kspillway: building, %d s, %d MB downloaded' $seconds "$(megabytes)" >&2
        elif [ $((seconds % 30)) -eq 0 ]; then
            say "still building, $seconds s, $(megabytes) MB downloaded"
        fi
    done
}

announce() {
    if [ -d "$lib" ]; then
        say "the sources have changed, building"
    elif [ -n "$(ls -d "$builds"/lib-* 2>/dev/null)" ]; then
        say "the sources and pom.xml have changed, building (downloads what is new)"
    else
        say "first use, building (downloads about 150 MB unless Maven has them, and takes a minute or two)"
    fi
}

run_maven() {
    set -- -B -Dfast -DskipTests "-Dbuild.dir=$work/target"
    if [ -d "$lib" ]; then set -- "$@" -Dmdep.skip=true; fi
    (cd "$project" && JAVA_HOME=$java_home exec mvn "$@" package) >"$work/build.log" 2>&1 </dev/null &
    maven=$!
    true >"$work/running"
    tick &
    wait $maven
    status=$?
    maven=
    rm -f "$work/running"
    end_line
    return $status
}

# Moves the results to where they are looked for; each appears whole, by one rename.
publish() {
    if [ ! -d "$lib" ]; then
        [ -d "$work/target/lib" ] && mv "$work/target/lib" "$lib" || return 1
    fi
    mkdir "$work/new" || return 1
    mv "$work"/target/spillway-*.jar "$work/new/spillway.jar" || return 1
    ln -s "../${lib##*/}" "$work/new/lib" || return 1
    rm -rf "$build"
    mv "$work/new" "$build"
}

# Asks the libraries which providers they want, in place of the shell.
exec_packages() {
    # shellcheck disable=SC2086 # flags are words
    exec "$java" $FLAGS -cp "$build/spillway.jar" com.pulumi.bootstrap.internal.Main packages
}

# Asks once, because it takes seconds and the engine asks before every operation.
list_packages() {
    (exec_packages) >"$work/packages.json" 2>/dev/null </dev/null && mv "$work/packages.json" "$build/packages.json"
}

# Keeps the builds used last, and the libraries they use.
prune() {
    # shellcheck disable=SC2012 # our own names, no surprises in them
    ls -td "$builds"/build-*/used 2>/dev/null | tail -n +$((KEPT_BUILDS + 1)) | while IFS= read -r used; do
        rm -rf "${used%/used}"
    done
    for dir in "$builds"/lib-*; do
        users=$(find "$builds"/build-*/lib -prune -type l -exec readlink {} \; 2>/dev/null)
        case $users in
            *"${dir##*/}"*) ;;
            *) rm -rf "$dir" ;;
        esac
    done
}

make_build() {
    while [ ! -f "$build/spillway.jar" ]; do
        check_maven
        announce
        if ! run_maven; then
            grep -v '^\[INFO\]' "$work/build.log" | tail -n 40 >&2
            fail "the build failed, see above"
        fi
        before=$key
        locate
        if [ "$key" = "$before" ]; then
            publish || fail "the build left no jar and libraries in $builds"
        else
            say "the sources changed during the build, building again"
            rm -rf "$work/target"
        fi
    done
}

prepare() {
    mkdir -p "$builds" 2>/dev/null || fail "$builds: cannot be written; builds are kept there"
    take_lock
    work=$builds/work-$$
    trap clean_up EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    rm -rf "$builds"/work-*
    mkdir "$work" || fail "$work: cannot be written"
    lib=$builds/lib-$(hash_of pom.xml .mvn)
    make_build
    if [ ! -f "$build/packages.json" ]; then list_packages; fi
    remember_use
    prune
    trap - EXIT INT TERM HUP
    clean_up
}

# ---------------------------------------------------------------- running

# For prune, which keeps the builds used last.
remember_use() {
    true 2>/dev/null >"$build/used"
}

# Of a jar that was cut short, by a full disk or a copy that was stopped, the JVM says only that a class cannot be found.
demand_whole_jar() {
    start=$(head -c 2 "$build/spillway.jar")
    end=$(tail -c 22 "$build/spillway.jar" | head -c 2)
    [ "$start" != PK ] || [ "$end" = PK ] ||
        fail "$build/spillway.jar is not whole; remove $builds, and the next run builds anew"
}

# Runs a main class of the build with the given arguments, in place of the shell.
run() {
    demand_whole_jar
    remember_use
    start_with_class_data "$build" "$build" "$@"
}
