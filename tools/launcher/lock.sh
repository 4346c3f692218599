# To be sourced, with $builds and $speaker set. One builder at a time: take_lock waits for $builds/lock/owner.<pid>,
# give_back_lock lets go. The name of whoever speaks is $speaker.
# shellcheck disable=SC2154

say() {
    printf '%s: %s\n' "$speaker" "$1" >&2
}

fail() {
    say "$1"
    exit 2
}

# A launcher with this pid runs. After a crash the pid may belong to another program, but hardly to another script.
is_alive() {
    kill -0 "$1" 2>/dev/null || return 1
    case $(ps -p "$1" -o args= 2>/dev/null) in
        '' | *sh\ *) return 0 ;;
    esac
    return 1
}

# Waits until the lock is ours. The owner's pid is a file name, so that a dead owner's lock changes hands in one rename
# which one waiter alone can win.
take_lock() {
    lock=$builds/lock
    waited=0
    ownerless=0
    while :; do
        # A checkout that was removed meanwhile: nobody will ever get a lock there.
        [ -d "$builds" ] || fail "$builds is gone, nothing can be built there"
        if mkdir "$lock" 2>/dev/null; then
            true 2>/dev/null >"$lock/owner.$$"
        else
            owner=
            for file in "$lock"/owner.*; do
                [ -e "$file" ] && owner=${file##*.}
            done
            if [ -n "$owner" ] && ! is_alive "$owner"; then
                mv "$lock/owner.$owner" "$lock/owner.$$" 2>/dev/null
            fi
        fi
        owners=$(ls "$lock" 2>/dev/null)
        if [ "$owners" = "owner.$$" ]; then
            return
        fi
        rm -f "$lock/owner.$$"
        # Whoever made the lock died before signing it. This fails, as it should, when somebody has signed since.
        ownerless=$((ownerless + 1))
        [ -z "$owners" ] || ownerless=0
        if [ $ownerless -gt 3 ]; then
            rmdir "$lock" 2>/dev/null
        fi
        if [ $waited -eq 1 ]; then say "another start (process $owner) is building, waiting for it"; fi
        waited=$((waited + 1))
        sleep 1
    done
}

give_back_lock() {
    rm -f "$lock/owner.$$"
    rmdir "$lock" 2>/dev/null
}
