# What the system must bring: a JDK 17 or newer with JShell, and Python 3.10 or newer with venv.

# need_packages WHY PACKAGE…: installs Debian packages when root or sudo allow; else returns 1 and
# names them in one line.
need_packages() {
    local why=$1 apt
    shift
    if ! command -v apt-get >/dev/null; then
        say "Missing: $why. Install it, for instance: $(other_system "$@")" >&2
        return 1
    fi
    apt=$(apt_command) || {
        say "Missing: $why. Install it with: sudo apt-get install $*" >&2
        return 1
    }
    $apt update >/dev/null 2>&1 || true # lists of a bare image are empty; old lists will do without network
    step apt "System packages for $why: $*" $apt install -y --no-install-recommends "$@" || {
        say "apt could not install $*; install by hand: $why." >&2
        return 1
    }
}

apt_command() {
    local quiet="DEBIAN_FRONTEND=noninteractive apt-get"
    if [ "$(id -u)" -eq 0 ]; then echo "env $quiet"
    elif sudo -n true 2>/dev/null; then echo "sudo -n $quiet"
    else return 1; fi
}

other_system() {
    case $(uname -s) in
        Darwin) echo "brew install openjdk@21 python@3.12 maven" ;;
        *) echo "dnf install java-21-openjdk-devel python3 maven (or your system's names of $*)" ;;
    esac
}

# The feature version of the JDK in folder $1; nothing when that is no JDK with compiler and JShell.
jdk_version() {
    [ -x "$1/bin/javac" ] && [ -x "$1/bin/jshell" ] || return 0
    if [ -r "$1/release" ]; then sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
    else "$1/bin/java" -version 2>&1 | sed -n '1s/.*"\([0-9]*\).*/\1/p'; fi
}

jdk_folders() {
    local java
    if java=$(command -v java); then
        java=$(readlink -f "$java" 2>/dev/null || echo "$java")
        echo "${java%/bin/java}"
    fi
    ls -d /usr/lib/jvm/* /opt/java/* /opt/jdk* "${HOME:-/nowhere}"/.sdkman/candidates/java/* \
        "${HOME:-/nowhere}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home 2>/dev/null || true
}

# Sets JAVA_HOME and JAVA_VERSION: the caller's JAVA_HOME when it is 17 or newer, else the newest found.
find_jdk() {
    local folder version wanted=${JAVA_HOME:-}
    JAVA_VERSION=0
    if [ -n "$wanted" ]; then
        version=$(jdk_version "$wanted")
        if [ "${version:-0}" -ge 17 ]; then
            JAVA_VERSION=$version
            export JAVA_HOME
            return
        fi
    fi
    while IFS= read -r folder; do
        version=$(jdk_version "$folder")
        if [ "${version:-0}" -ge 17 ] && [ "$version" -gt "$JAVA_VERSION" ]; then
            JAVA_HOME=$folder JAVA_VERSION=$version
        fi
    done <<<"$(jdk_folders)"
    [ "$JAVA_VERSION" -ge 17 ] || return 1
    export JAVA_HOME
    if [ -n "$wanted" ]; then
        say "JAVA_HOME is $wanted, which is no JDK 17 or newer; using JDK $JAVA_VERSION in $JAVA_HOME."
    fi
}

# Sets PYTHON: the first Python 3.10 or newer that can make virtual environments.
find_python() { PYTHON=$(python_since 10); }

# python_since MINOR: prints the first Python 3.MINOR or newer that can make virtual environments.
python_since() {
    local name
    for name in python3 /usr/bin/python3 python3.14 python3.13 python3.12 python3.11 python3.10; do
        if "$name" -c "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, $1))" 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    return 1
}

# The newest JDK package that the system's package lists know.
jdk_package() {
    local version
    for version in 25 21 17; do
        if [[ "$(apt-cache policy "openjdk-$version-jdk-headless" 2>/dev/null)" =~ Candidate:\ [0-9] ]]; then
            echo "openjdk-$version-jdk-headless"
            return
        fi
    done
    echo openjdk-17-jdk-headless
}

need_jdk() {
    find_jdk && return
    need_packages "a JDK 17 or newer" "$(refresh_lists; jdk_package)" || exit 1
    find_jdk || fail "No JDK 17 or newer with jshell was found: set JAVA_HOME to one."
}

# A bare image has no package lists at all, so it cannot say which JDK it offers.
refresh_lists() {
    local apt
    if apt=$(apt_command) && ! ls /var/lib/apt/lists/*Packages* >/dev/null 2>&1; then
        $apt update >/dev/null 2>&1 || true
    fi
}

need_python() {
    find_python && return
    need_packages "Python 3.10 or newer with venv" python3 python3-venv || exit 1
    find_python || fail "No Python 3.10 or newer with the modules venv and ensurepip was found."
}

# Sets CHROMIUM to a browser that starts; returns 1 where none can be had.
need_chromium() {
    find_chromium && has_libatomic && return
    need_packages "the browser tests" chromium fonts-dejavu-core libatomic1 && find_chromium
}

# The browser driver's Node.js needs this library, which neither it nor a browser brings.
has_libatomic() {
    [ "$(uname -s)" != Linux ] || [[ "$(PATH=$PATH:/sbin ldconfig -p 2>/dev/null)" == *libatomic.so.1* ]]
}

find_chromium() {
    local name
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        if [ -n "$name" ] && "$name" --version >/dev/null 2>&1; then
            CHROMIUM=$(command -v "$name")
            export CHROMIUM
            return
        fi
    done
    return 1
}
