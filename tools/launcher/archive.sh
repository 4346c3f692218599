# To be sourced after java.sh, with $launchers and $project set. Starts main classes of ours with class data: the classes that
# one run loaded, written down so that later runs map them instead of parsing them. Without it everything works, only slower.
#
#   <folder>/<hash>-<main class>.jsa   the hash is over the JDK, the path, sizes and times of the jars, and the flags; empty
#                                      where it could not be written down, so that nobody tries again
#
# SPILLWAY_NO_ARCHIVE=1 does without; SPILLWAY_VERBOSE=1 tells what was used. Whether the program talks to a terminal is
# said to those who want to know, in $terminal.
# shellcheck disable=SC2154 # java.sh and the caller set what is not set here

terminal=

tell() {
    [ -z "${SPILLWAY_VERBOSE:-}" ] || say "class data: $1"
}

# What class data is tied to.
jar_facts() {
    printf '%s\n' "$java_home" "$java_version" "$FLAGS"
    cat "$java_home/release" 2>/dev/null
    find -L "$1/spillway.jar" "$1/lib" -name '*.jar' -exec stat -L -c '%n %s %Y' {} + 2>/dev/null ||
        find -L "$1/spillway.jar" "$1/lib" -name '*.jar' -exec stat -L -f '%N %z %m' {} +
}

# Sets $training to how a main class is made to load what its runs load.
choose_training() {
    case $1 in
        # They share most of their classes: a preview runs the program.
        dev.spillway.cli.Main | dev.spillway.program.Main) training='dev.spillway.cli.Main rehearse' ;;
        *) training="$1 --rehearse" ;;
    esac
}

# find_archive JARS ARCHIVES. Sets $archive; to nothing where there is none to be.
find_archive() {
    archive=
    if [ -n "${SPILLWAY_NO_ARCHIVE:-}" ]; then
        tell "switched off by SPILLWAY_NO_ARCHIVE"
        return
    fi
    trained=${training%% *}
    sum=$(jar_facts "$1" | $sha256)
    archive=$2/$(printf %.24s "$sum")-${trained#dev.spillway.}.jsa
}

# Adds the class data to the flags, or has it made.
use_archive() {
    [ -n "$archive" ] || return 0
    if [ -s "$archive" ]; then
        set -- "-XX:SharedArchiveFile=$archive"
        FLAG_OF_ARCHIVE=$1
        [ -z "${SPILLWAY_VERBOSE:-}" ] || tell_whether_used "$1"
    elif [ -e "$archive" ]; then
        tell "none, it could not be written down for this JDK ($archive)"
    elif mkdir -p "${archive%/*}" 2>/dev/null && [ -w "${archive%/*}" ]; then
        train_later "$1"
        tell "none yet, it is written down after this run ($archive)"
    else
        tell "none, ${archive%/*} cannot be written"
    fi
}

# The JVM passes over class data that does not fit without a word, unless it is not allowed to.
tell_whether_used() {
    # shellcheck disable=SC2086 # flags are words
    if "$java" $FLAGS "$1" -Xshare:on -cp "$jars/spillway.jar" -version >/dev/null 2>&1; then
        tell "used ($archive)"
    else
        tell "refused by this JVM ($archive)"
    fi
}

# Leaves that to a process of its own, which the end of ours does not reach and nobody waits for.
train_later() {
    if command -v setsid >/dev/null 2>&1; then apart=setsid; else apart="nohup"; fi
    # shellcheck disable=SC2086 # flags and the training are words
    (cd "$project" && exec $apart "$launchers/train.sh" $$ "$archive" "$java" $FLAGS \
        "-XX:ArchiveClassesAtExit=$archive.new" -cp "$jars/spillway.jar" $training) >/dev/null 2>&1 </dev/null &
}

# start_with_class_data JARS ARCHIVES MAIN ARGUMENT... , in place of the shell.
start_with_class_data() {
    jars=$1
    choose_training "$3"
    find_archive "$1" "$2"
    FLAG_OF_ARCHIVE=
    use_archive
    shift 2
    set -f
    # shellcheck disable=SC2086 # flags are words
    exec "$java" $FLAGS ${FLAG_OF_ARCHIVE:+"$FLAG_OF_ARCHIVE"} "-Dspillway.home=$project" \
        ${terminal:+"-Dspillway.terminal=$terminal"} ${SPILLWAY_JAVA_OPTS-} -cp "$jars/spillway.jar" "$@"
}
