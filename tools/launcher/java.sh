# To be sourced after lock.sh. Finds the JDK, and knows the flags that our main classes are started with.
# shellcheck disable=SC2034 # who sources it uses what it sets

# One core's worth of compiler and collector: a preview is over before more would pay.
FLAGS='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xmx512m -Xlog:disable -Xlog:all=error:stderr'
# What a JVM does unasked, to measure what the flags are good for.
if [ -n "${SPILLWAY_NO_FLAGS:-}" ]; then FLAGS='-Xlog:disable -Xlog:all=error:stderr'; fi
if command -v sha256sum >/dev/null 2>&1; then sha256=sha256sum; else sha256="shasum -a 256"; fi

# Sets $resolved to what a chain of symbolic links ends in.
resolve() {
    resolved=$1
    while [ -L "$resolved" ]; do
        link=$(readlink "$resolved")
        case $link in
            /*) resolved=$link ;;
            *) resolved=${resolved%/*}/$link ;;
        esac
    done
}

# Sets $java, $java_home, $java_version and $java_major. Reads the JDK's release file: asking the JVM costs a start.
find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        java_home=$JAVA_HOME
        origin=" (JAVA_HOME)"
        [ -x "$java_home/bin/java" ] ||
            fail "java: JAVA_HOME is $JAVA_HOME, which holds no bin/java; a JDK of version 17 or newer is needed"
    else
        origin=
        java=$(command -v java) ||
            fail "java: found none in PATH and JAVA_HOME is not set; a JDK of version 17 or newer is needed"
        resolve "$java"
        java_home=${resolved%/bin/java}
        # The java of macOS is a front that lives outside of any JDK.
        if [ ! -f "$java_home/release" ] && [ -x /usr/libexec/java_home ]; then
            java_home=$(/usr/libexec/java_home -v 17+ 2>/dev/null) || java_home=${resolved%/bin/java}
        fi
    fi
    java=$java_home/bin/java
    [ -x "$java" ] || java=$resolved
    java_version=
    if [ -f "$java_home/release" ]; then
        while IFS= read -r line; do
            case $line in
                JAVA_VERSION=*)
                    java_version=${line#JAVA_VERSION=\"}
                    java_version=${java_version%%\"*}
                    ;;
            esac
        done <"$java_home/release"
    fi
    [ -n "$java_version" ] || java_version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
    java_major=${java_version#1.}
    java_major=${java_major%%[!0-9]*}
    [ "${java_major:-0}" -ge 17 ] ||
        fail "java: found version ${java_version:-unknown} in $java_home$origin; a JDK of version 17 or newer is needed"
    # Netty and protobuf reach below the language, which newer JVMs would announce on every start.
    if [ "$java_major" -ge 22 ]; then FLAGS="$FLAGS --enable-native-access=ALL-UNNAMED"; fi
    if [ "$java_major" -ge 23 ] && [ "$java_major" -le 25 ]; then FLAGS="$FLAGS --sun-misc-unsafe-memory-access=allow"; fi
}
