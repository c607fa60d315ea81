# Sourced by ops/run and ops/test: finds the JDK and Maven to work with, or says what is missing.

die() {
    printf 'Galleria: %s\n' "$1" >&2
    exit 1
}

# The feature release of the JDK in a directory, or nothing when there is no JDK with a compiler.
jdk_release() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
    local version
    version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$1/release" 2>/dev/null)
    [ -n "$version" ] || version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9].*\)/\1/p')
    version=${version#1.}
    printf '%s' "${version%%[!0-9]*}"
}

# JAVA_HOME if it is 17 or newer, else the newest of the usual places and the PATH.
find_java() {
    local best='' best_release=0 found='' dir release
    if [ -n "${JAVA_HOME:-}" ]; then
        release=$(jdk_release "$JAVA_HOME")
        [ "${release:-0}" -lt 17 ] || { export JAVA_HOME; return 0; }
        found=$release
    fi
    local on_path
    on_path=$(command -v javac || true)
    [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
    for dir in /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$on_path"; do
        release=$(jdk_release "$dir")
        [ -n "$release" ] || continue
        [ "$release" -le "${found:-0}" ] || found=$release
        if [ "$release" -gt "$best_release" ]; then
            best=$dir best_release=$release
        fi
    done
    [ "$best_release" -ge 17 ] || {
        [ -z "$found" ] || die "JDK $found is too old, 17 or newer is needed; install one or set JAVA_HOME to it."
        die "No JDK found, 17 or newer is needed; install one or set JAVA_HOME to it."
    }
    export JAVA_HOME=$best
}

find_maven() {
    command -v mvn >/dev/null || die "Maven (mvn) was not found on the PATH; install it."
}
