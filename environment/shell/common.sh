# Paths, messages and the computing environment. Every command of this folder sources this file first.
# Bash 3.2 is enough, which is what macOS has.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
ENVIRONMENT=$ROOT/environment
TARGET=$ROOT/target
CACHE=$ENVIRONMENT/.cache # what a clean build should not lose
VENV=$ENVIRONMENT/.venv
LOGS=$TARGET/logs

say() { printf '%s\n' "$*"; }

# What was typed cannot be meant.
misused() {
    printf '%s\n' "$*" >&2
    exit 2
}

fail() {
    printf '\n%s\n' "$*" >&2
    exit 1
}

# A class path cannot hold a colon, so the checkout's own path must not have one.
case $ROOT in *:*) fail "The folder $ROOT has a colon in its name, which no class path can hold: move it." ;; esac

# step NAME TITLE COMMAND…: runs a command whose output goes to a log file, and shows that it lives:
# its last line on a terminal, a line each half minute elsewhere. On failure, the end of the log.
step() {
    local log=$LOGS/$1.log title=$2 start=$SECONDS ticker status=0
    shift 2
    mkdir -p "$LOGS"
    say "• $title"
    tick "$log" & ticker=$!
    "$@" >"$log" 2>&1 || status=$?
    kill "$ticker" 2>/dev/null || true
    wait "$ticker" 2>/dev/null || true
    if [ -t 1 ]; then printf '\r\033[K'; fi
    if [ "$status" -ne 0 ]; then
        tail -n 25 "$log" >&2
        say "  failed after $((SECONDS - start)) s; the whole log is $log" >&2
        return "$status"
    fi
    say "  done in $((SECONDS - start)) s"
}

# Ends with the command that started it, also when that is interrupted.
tick() {
    local start=$SECONDS line
    while sleep "$([ -t 1 ] && echo 1 || echo 30)" && kill -0 $$ 2>/dev/null; do
        line=$(tail -n 1 "$1" 2>/dev/null | tr -d '\r' | cut -c1-64 || true)
        if [ -t 1 ]; then printf '\r\033[K  %d s  %s' $((SECONDS - start)) "$line"
        else printf '  %d s  %s\n' $((SECONDS - start)) "$line"; fi
    done
}

# Ctrl-C ends a command with one line. Processes of the same terminal get the signal themselves.
trap 'printf "\nStopped.\n" >&2; exit 130' INT

# One hash over the named files and folders, names and contents.
fingerprint() {
    find "$@" -type f ! -name '.*' -print0 | LC_ALL=C sort -z | xargs -0 cksum | cksum | tr -d ' \n'
}

# Cores that this process may use: the container's share when it has one, else the machine's.
free_cores() {
    local cores quota period
    cores=$(nproc 2>/dev/null || sysctl -n hw.ncpu 2>/dev/null || echo 1)
    if read -r quota period 2>/dev/null </sys/fs/cgroup/cpu.max && [ "$quota" != max ]; then
        quota=$(((quota + period - 1) / period))
        if [ "$quota" -lt "$cores" ]; then cores=$quota; fi
    fi
    echo "$cores"
}

# Exports the one environment of every JVM that computes. A variable the user has set stays as it is.
load_environment() {
    local line key cores
    while IFS= read -r line; do
        case $line in '' | \#*) continue ;; esac
        key=${line%%=*}
        if [ -z "${!key+set}" ]; then export "$key=${line#*=}"; fi
    done <"$ENVIRONMENT/environment.properties"
    cores=$(free_cores)
    # More than four threads do not pay on models of this size.
    export OMP_NUM_THREADS=${OMP_NUM_THREADS:-$((cores < 4 ? cores : 4))}
    export DJL_CACHE_DIR=${DJL_CACHE_DIR:-$CACHE/djl}
    export UNROLL_CACHE=${UNROLL_CACHE:-$CACHE/sets} # public data sets, fetched on request
    mkdir -p "$DJL_CACHE_DIR"
}
