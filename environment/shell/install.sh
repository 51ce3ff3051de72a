# What the checkout brings itself: Python packages in .venv, our jars in target.

# need_python_packages LOCK TITLE: the packages of a lock file, each checked against its hash. A stamp
# in the environment says that it already holds them, so a second start asks no network.
need_python_packages() {
    local lock=$ENVIRONMENT/python/$1.txt
    if has_python_packages "$1"; then return; fi
    # Under a stamp, files are gone, and pip would believe that their packages are there.
    if is_stamped "$1" || ! "$VENV/bin/python" -m pip --version >/dev/null 2>&1; then
        if [ -e "$VENV" ]; then say "environment/.venv is incomplete: installing it anew."; fi
        rm -rf "$VENV"
        need_python
        step venv "Python environment in environment/.venv (nothing to fetch, 26 MB on disk)" \
            "$PYTHON" -m venv "$VENV"
    fi
    step "$1" "$2" "$VENV/bin/python" -m pip install --disable-pip-version-check --no-cache-dir \
        --progress-bar off --only-binary :all: --require-hashes -r "$lock"
    cksum <"$lock" >"$VENV/.$1.stamp"
}

# Whether the packages of this very lock file have been installed and are whole.
has_python_packages() {
    is_stamped "$1" &&
        "$VENV/bin/python" "$ENVIRONMENT/python/packages.py" "$ENVIRONMENT/python/$1.txt" 2>/dev/null
}

is_stamped() {
    [ "$(cat "$VENV/.$1.stamp" 2>/dev/null)" = "$(cksum <"$ENVIRONMENT/python/$1.txt")" ]
}

need_maven() {
    maven_is_new_enough && return
    need_packages "Maven 3.8 or newer" maven || exit 1
    maven_is_new_enough || fail "The system's Maven is older than 3.8: put a newer mvn first on PATH."
}

maven_is_new_enough() {
    [[ "$(mvn --version 2>/dev/null)" =~ Apache\ Maven\ (3\.([89]|[1-9][0-9])|[4-9])\. ]]
}

# Builds the jar, its sources, the class path of a kernel and MathJax, unless this very source has
# been built. Sets JAR (a copy that later builds leave alone, since a running kernel holds it open).
need_build() {
    name_jar
    if [ -f "$JAR" ] && class_path_exists; then return; fi
    need_maven
    step build "Build (a first one fetches 280 MB: engines and libraries, into Maven's own repository)" \
        maven -Dmaven.test.skip=true -Dspotless.check.skip=true package
    keep_jar
}

maven() {
    local quiet=
    if [ "$JAVA_VERSION" -ge 24 ]; then quiet=$(quiet_options | tr '\n' ' '); fi
    (cd "$ROOT" && MAVEN_OPTS="$quiet${MAVEN_OPTS:-}" mvn -B "$@")
}

# From 24 on a JVM warns about native code and Unsafe, which engines, Tablesaw and Maven itself use.
quiet_options() {
    echo --enable-native-access=ALL-UNNAMED
    echo --sun-misc-unsafe-memory-access=allow
}

name_jar() {
    JAR=$TARGET/lab/$(fingerprint "$ROOT/pom.xml" "$ROOT/src/main" "$ROOT/.mvn")/unroll.jar
}

# After any Maven run: takes the jars over for kernels.
keep_jar() {
    mkdir -p "$(dirname "$JAR")"
    cp "$TARGET/unroll-sources.jar" "$(dirname "$JAR")/unroll-sources.jar"
    cp "$TARGET/classpath.txt" "$(dirname "$JAR")/classpath.txt"
    cp "$TARGET/unroll.jar" "$JAR.part" && mv "$JAR.part" "$JAR"
}

# Whether each library of the last build still lies in Maven's repository.
class_path_exists() {
    local libraries jar
    IFS=: read -ra libraries <"$(dirname "$JAR")/classpath.txt" || [ -n "${libraries[*]}" ] || return 1
    for jar in "${libraries[@]}"; do
        [ -f "$jar" ] || return 1
    done
}

# The class path of everything that computes with the library.
class_path() { printf '%s:%s' "$JAR" "$(cat "$(dirname "$JAR")/classpath.txt")"; }

# The JVM options of everything that computes: assertions on, no display, crash files under target.
jvm_options() {
    echo -ea
    echo -Djava.awt.headless=true
    # The same characters and number formats whatever the machine's language.
    echo -Dfile.encoding=UTF-8
    echo -Duser.language=en
    echo "-XX:ErrorFile=$TARGET/jvm-crash-%p.log"
    # The engines' own memory is as large as the heap, and the system wants its part.
    echo -XX:MaxRAMPercentage=40
    if [ "$JAVA_VERSION" -ge 24 ]; then quiet_options; fi
}

# Everything that `lab`, `lab run` and `test` stand on.
prepare() {
    need_jdk
    need_python_packages requirements "Python packages: JupyterLab and the Java kernel (62 MB to fetch)"
    need_build
    load_environment
}
