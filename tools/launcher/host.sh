# To be sourced by what the Pulumi engine starts in place of Maven (`use-executor` in a manifest; the name must hold "mvn"),
# with $project set. The engine's host for Java calls it with Maven's arguments:
#
#   ... compile exec:java -DmainClass=com.pulumi.bootstrap.internal.Main -DmainArgs=packages     which providers are needed
#   ... compile exec:java                                                                         runs the program
#   ... compile exec:java -f POM -Dexec.args=ENGINE                                               runs a plugin
#
# The first is answered from the list that was made with the build, the others by starting the jar that ./spillway runs too.
# Everything else is Maven's, and so are these where nothing can be built. Standard output is the engine's: of the first it is
# one JSON text, of a plugin its port. SPILLWAY_NO_CACHED_DISCOVERY=1 asks the libraries every time for the first.

# Sets $request to packages, program, plugin or other, and $engine to what a plugin is told.
read_request() {
    request=other
    engine=
    for argument; do
        case $argument in
            exec:java) [ $request = packages ] || request=program ;;
            -DmainClass=com.pulumi.bootstrap.internal.Main) request=packages ;;
            -D*[mM]ainClass=*) request=other; return ;;
        esac
    done
    for argument; do
        case $argument in
            -Dexec.args=*)
                if [ $request = program ]; then request=plugin; fi
                engine=${argument#*=}
                ;;
        esac
    done
}

leave_it_to_maven() {
    say "nothing can be built here, leaving it to Maven"
    # The checks of the code are for those who change it.
    set -- --no-transfer-progress -f "$project/pom.xml" -Dfast compile exec:java
    if [ $request != packages ]; then
        exec mvn -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -Dorg.slf4j.simpleLogger.logFile=System.err "$@" \
            "-DmainClass=$main" ${engine:+"-DmainArgs=$engine"}
    fi
    # Maven 3 ends its output with a colour reset, terminal or not, which no reader of JSON forgives.
    list=$(mvn -Dorg.slf4j.simpleLogger.logFile=System.err "$@" \
        -DmainClass=com.pulumi.bootstrap.internal.Main -DmainArgs=packages) || exit
    printf '%s\n' "$list" | sed -n 's/.*\(\[[]{].*\)/\1/p'
    exit
}

# answer_host KIND MAIN ARGUMENT... , for a program or a plugin with that main class.
answer_host() {
    kind=$1
    main=$2
    shift 2
    read_request "$@"
    # The first -f counts: a plugin's host names a pom.xml beside its manifest, where there may be none.
    [ $request = packages ] || [ $request = "$kind" ] || exec mvn -f "$project/pom.xml" "$@"

    . "$project/tools/launcher/build.sh"
    (find_java) || leave_it_to_maven
    find_java
    locate
    if ! is_ready; then
        (prepare) </dev/null >&2 || leave_it_to_maven
        locate
    fi

    if [ $request = packages ]; then
        if [ -s "$build/packages.json" ] && [ -z "${SPILLWAY_NO_CACHED_DISCOVERY:-}" ]; then
            remember_use
            exec cat "$build/packages.json"
        fi
        exec_packages
    fi
    set -f
    # shellcheck disable=SC2086 # the engine's address, and whatever it may pass on, are words
    run "$main" $engine
}
